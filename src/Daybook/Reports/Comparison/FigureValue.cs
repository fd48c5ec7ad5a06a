using System.Globalization;
using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>Single values: whether they are the same, and by how much they differ.</summary>
internal static class FigureValue
{
    /// <summary>Numbers are the same when they are worth the same: <c>12.50</c> and <c>12.5</c>.</summary>
    public static bool IsSame(JsonElement old, JsonElement now) => JsonElement.DeepEquals(old, now);

    /// <returns>New minus old, exact where both fit; null where one is no number.</returns>
    public static JsonElement? Difference(JsonElement? old, JsonElement? now)
    {
        if (old is not { ValueKind: JsonValueKind.Number } before || now is not { ValueKind: JsonValueKind.Number } after)
            return null;
        if (TryExact(before, out var exactBefore) && TryExact(after, out var exactAfter))
            return JsonElement.Parse((exactAfter - exactBefore).ToString(CultureInfo.InvariantCulture));
        var difference = after.GetDouble() - before.GetDouble();
        return double.IsFinite(difference) ? JsonElement.Parse(difference.ToString("R", CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Leaves room for the difference of two.</summary>
    private static bool TryExact(JsonElement number, out decimal value) => number.TryGetDecimal(out value) && Math.Abs(value) < decimal.MaxValue / 4 && !number.GetRawText().AsSpan().ContainsAny('e', 'E');
}
