using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <param name="Operands">Valid until the next operation is read.</param>
/// <param name="InlineImage">The dictionary of the image where the operator is <c>BI</c>; else null.</param>
internal readonly record struct ContentOperation(string Operator, IReadOnlyList<PdfObject> Operands, PdfDictionary? InlineImage)
{
    public string? Name(int index) => (index < Operands.Count ? Operands[index] as PdfName : null)?.Value;

    public double? Number(int index) => index < Operands.Count ? PdfDictionary.AsNumber(Operands[index]) : null;
}
