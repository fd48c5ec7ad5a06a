using System.Globalization;

namespace Daybook.Export;

internal static class FileSize
{
    /// <summary><c>512 bytes</c>, <c>84 kB</c>, <c>1.5 MB</c>: thousands, rounded.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB"),
    };
}
