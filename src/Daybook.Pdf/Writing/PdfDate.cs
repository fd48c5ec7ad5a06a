using System.Globalization;

namespace Daybook.Pdf;

internal static class PdfDate
{
    public static string Text(DateTimeOffset time)
    {
        var offset = time.Offset == TimeSpan.Zero
            ? "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{(time.Offset < TimeSpan.Zero ? '-' : '+')}{time.Offset:hh}'{time.Offset:mm}'");
        return string.Create(CultureInfo.InvariantCulture, $"D:{time:yyyyMMddHHmmss}{offset}");
    }

    public static string Xmp(DateTimeOffset time) =>
        time.Offset == TimeSpan.Zero
            ? time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
