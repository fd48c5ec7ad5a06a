using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>Number trees (ISO 32000-1, 7.9.7).</summary>
internal static class NumberTree
{
    public static IReadOnlyDictionary<long, PdfObject> Read(PdfFile file, PdfDictionary? root)
    {
        var numbers = new Dictionary<long, PdfObject>();
        TreeNodes.Visit(file, root, "Nums", (key, value) =>
        {
            if (key is PdfInteger number)
                numbers.TryAdd(number.Value, value);
        });
        return numbers;
    }
}
