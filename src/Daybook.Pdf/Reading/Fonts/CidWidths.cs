using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The array <c>W</c> of a CIDFont (ISO 32000-1, 9.7.4.3).</summary>
internal static class CidWidths
{
    private const int MostCids = 65536;

    public static Dictionary<int, double> Read(PdfArray? array)
    {
        var widths = new Dictionary<int, double>();
        for (var i = 0; array is not null && i + 1 < array.Count;)
        {
            if (PdfDictionary.AsNumber(array[i]) is not { } number)
                break;
            var first = (int)Math.Clamp(number, 0, MostCids);
            if (array[i + 1] is PdfArray list)
            {
                for (var k = 0; k < Math.Min(list.Count, MostCids); k++)
                    widths[first + k] = PdfDictionary.AsNumber(list[k]) ?? 0;
                i += 2;
                continue;
            }

            if (PdfDictionary.AsNumber(array[i + 1]) is not { } last || PdfDictionary.AsNumber(array[i + 2]) is not { } width)
                break;
            for (var cid = first; cid <= Math.Min(last, MostCids); cid++)
                widths[cid] = width;
            i += 3;
        }

        return widths;
    }
}
