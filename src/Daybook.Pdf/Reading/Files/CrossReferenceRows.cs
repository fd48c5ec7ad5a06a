namespace Daybook.Pdf.Reading.Files;

/// <summary>The rows of a cross-reference stream, one after the other.</summary>
/// <param name="widths">Bytes of each field; a field without bytes has its default.</param>
internal sealed class CrossReferenceRows(byte[] data, int[] widths)
{
    private int position;

    public long Kind { get; private set; }

    /// <summary>The offset, or the number of the object stream.</summary>
    public long Second { get; private set; }

    public bool Next()
    {
        if (position + widths.Sum() > data.Length || widths.Sum() == 0)
            return false;
        Kind = widths[0] == 0 ? 1 : Field(widths[0]);
        Second = Field(widths[1]);
        for (var i = 2; i < widths.Length; i++)
            Field(widths[i]);
        return true;
    }

    private long Field(int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++)
            value = (value << 8) | data[position++];
        return value;
    }
}
