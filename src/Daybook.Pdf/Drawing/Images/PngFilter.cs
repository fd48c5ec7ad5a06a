namespace Daybook.Pdf;

/// <summary>The row filters of PNG.</summary>
internal static class PngFilter
{
    /// <exception cref="ImageFileException">A row has a filter that PNG does not know.</exception>
    public static void Check(ReadOnlySpan<byte> rows, PngHeader header)
    {
        var stride = 1 + header.RowBytes(header.Width);
        for (var row = 0; row < header.Height; row++)
        {
            if (rows[row * stride] > 4)
                throw new ImageFileException("its rows are damaged");
        }
    }

    /// <summary>Takes the filter off a row. <paramref name="above"/> is empty for the first.</summary>
    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixelBytes ? row[i - pixelBytes] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = i >= pixelBytes && !above.IsEmpty ? above[i - pixelBytes] : 0;
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new ImageFileException("its rows are damaged"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
