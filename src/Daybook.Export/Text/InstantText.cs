using System.Globalization;

namespace Daybook.Export;

internal static class InstantText
{
    /// <summary><c>2026-05-04 17:02:11 UTC</c>, or with the offset where it is not zero: <c>2026-05-04 13:02:11 -04:00</c>.</summary>
    public static string Of(DateTimeOffset instant) =>
        instant.ToString(instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm:ss 'UTC'" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
