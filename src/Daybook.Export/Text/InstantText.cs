using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

internal static class InstantText
{
    /// <summary><c>2026-05-04 17:02:11 UTC</c>, or with the offset where it is not zero: <c>2026-05-04 13:02:11 -04:00</c>.</summary>
    /// <param name="locale">Writes the date; null writes it as above.</param>
    public static string Of(DateTimeOffset instant, DocumentLocale? locale) =>
        $"{DateText.Numeric(DateOnly.FromDateTime(instant.DateTime), locale)} {instant.ToString(instant.Offset == TimeSpan.Zero ? "HH:mm:ss 'UTC'" : "HH:mm:ss zzz", CultureInfo.InvariantCulture)}";
}
