using System.Globalization;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Any value as a short text for people: no brackets, no quotes, no float noise.</summary>
internal static class ReadableText
{
    private const int Decimals = 6;

    /// <param name="locale">Writes numbers and dates; null writes <c>1,234.5</c> and <c>2026-05-04</c>.</param>
    public static string Of(object? value, DocumentLocale? locale = null) => value switch
    {
        null => MissingText.NotMeasured,
        bool flag => flag ? "Yes" : "No",
        long number => Localized(number.ToString("N0", CultureInfo.InvariantCulture), locale),
        decimal number => Localized(number.ToString("N" + number.Scale, CultureInfo.InvariantCulture), locale),
        double number => Localized(Of(number), locale),
        JsonElement element => Of(element, locale),
        DateOnly date when locale is not null => locale.Date(date),
        DateTimeOffset instant => $"{locale?.Date(DateOnly.FromDateTime(instant.DateTime)) ?? instant.ToString(ValueJson.DateFormat, CultureInfo.InvariantCulture)} "
            + instant.ToString(instant.Offset == TimeSpan.Zero ? "HH:mm:ss 'UTC'" : "HH:mm:ss zzz", CultureInfo.InvariantCulture),
        _ => ValueJson.Text(value),
    };

    /// <summary>A float as a decimal without the noise of binary fractions; null where no decimal can hold it.</summary>
    public static decimal? Decimal(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e15)
            return null;
        var exact = decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var rounded = Math.Round(exact, Math.Abs(number) >= 1e-3 ? Decimals : 2 * Decimals);
        return decimal.Parse(rounded.ToString("G29", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string Of(double number) =>
        Decimal(number) is { } exact ? exact.ToString("N" + exact.Scale, CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Localized(string number, DocumentLocale? locale) => locale?.Number(number) ?? number;

    private static string Of(JsonElement value, DocumentLocale? locale) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => JsonScalar.NumberType(value) is var type && type == DataType.Nested ? value.GetRawText() : Of(JsonScalar.Read(value, type), locale),
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Of(item, locale))),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(entry => $"{Titles.Of(entry.Name)}: {Of(entry.Value, locale)}")),
        _ => MissingText.NotMeasured,
    };
}
