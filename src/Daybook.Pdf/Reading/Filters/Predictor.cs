using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Filters;

/// <summary>Undoes the PNG and TIFF predictors (ISO 32000-1, 7.4.4.4).</summary>
internal static class Predictor
{
    public static byte[] Undo(byte[] data, PdfDictionary? parameters)
    {
        var predictor = parameters?.Integer("Predictor") ?? 1;
        if (parameters is null || predictor < 2)
            return data;
        var colors = (int)Math.Clamp(parameters.Integer("Colors") ?? 1, 1, 32);
        var bits = (int)Math.Clamp(parameters.Integer("BitsPerComponent") ?? 8, 1, 16);
        var columns = (int)Math.Clamp(parameters.Integer("Columns") ?? 1, 1, 1 << 24);
        var row = (int)Math.Min(int.MaxValue / 2, ((long)columns * colors * bits + 7) / 8);
        var pixel = Math.Max(1, colors * bits / 8);
        return predictor == 2 ? UndoTiff(data, row, colors, bits) : UndoPng(data, row, pixel);
    }

    private static byte[] UndoTiff(byte[] data, int row, int colors, int bits)
    {
        // Other depths are not used with this predictor by any known writer; their data is left as it is.
        if (bits != 8)
            return data;
        for (var start = 0; start < data.Length; start += row)
        {
            for (var i = start + colors; i < Math.Min(start + row, data.Length); i++)
                data[i] += data[i - colors];
        }

        return data;
    }

    private static byte[] UndoPng(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var output = new byte[Math.Max(0, data.Length - rows)];
        var written = 0;
        for (var start = 0; start < data.Length; start += row + 1)
        {
            var kind = data[start];
            var length = Math.Min(row, data.Length - start - 1);
            for (var i = 0; i < length; i++)
            {
                int left = i >= pixel ? output[written + i - pixel] : 0;
                int up = written >= row ? output[written + i - row] : 0;
                int corner = i >= pixel && written >= row ? output[written + i - row - pixel] : 0;
                output[written + i] = (byte)(data[start + 1 + i] + kind switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }

            written += length;
        }

        return output;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
