using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Any value as a short text for people: no brackets, no quotes, no float noise.</summary>
internal static class ReadableText
{
    private const int Decimals = 6;

    public static string Of(object? value) => value switch
    {
        null => MissingText.NotMeasured,
        bool flag => flag ? "Yes" : "No",
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        decimal number => number.ToString("N" + number.Scale, CultureInfo.InvariantCulture),
        double number => Of(number),
        JsonElement element => Of(element),
        DateTimeOffset instant => instant.ToString(instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm:ss 'UTC'" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
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

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => JsonScalar.NumberType(value) is var type && type == DataType.Nested ? value.GetRawText() : Of(JsonScalar.Read(value, type)),
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of)),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(entry => $"{Titles.Of(entry.Name)}: {Of(entry.Value)}")),
        _ => MissingText.NotMeasured,
    };
}
