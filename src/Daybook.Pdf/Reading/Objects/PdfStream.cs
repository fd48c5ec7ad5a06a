namespace Daybook.Pdf.Reading.Objects;

/// <param name="raw">As it stands in the file: encoded, and encrypted where the file is.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, int generation) : PdfObject
{
    public PdfDictionary Dictionary => dictionary;

    public ReadOnlyMemory<byte> Raw => raw;

    public int ObjectNumber => dictionary.ObjectNumber;

    public int Generation => generation;
}
