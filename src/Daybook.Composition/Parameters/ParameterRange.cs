using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The limits <c>min</c> and <c>max</c>: of a number or date its value, of a text its length, of a list its number of items.</summary>
internal static class ParameterRange
{
    public static IEnumerable<ParameterProblem> Check(ParameterDefinition definition, JsonElement value)
    {
        if (definition.Minimum is { } minimum && Compare(definition.Type, value, minimum) < 0)
            yield return Outside(definition.Type, value, minimum, "least");
        if (definition.Maximum is { } maximum && Compare(definition.Type, value, maximum) > 0)
            yield return Outside(definition.Type, value, maximum, "most");
    }

    /// <summary>True when the value may be a limit of such a parameter.</summary>
    public static bool IsLimit(ParameterType type, JsonElement limit) => type switch
    {
        ParameterType.Date => ParameterCheck.DateOf(limit) is not null,
        ParameterType.Number => limit.ValueKind == JsonValueKind.Number && ExactNumber.Parse(limit.GetRawText()) is not null,
        ParameterType.Text or ParameterType.Code or ParameterType.Multiselect =>
            limit.ValueKind == JsonValueKind.Number && limit.TryGetInt32(out var count) && count >= 0,
        _ => false,
    };

    public static bool AreReversed(ParameterType type, JsonElement minimum, JsonElement maximum) =>
        type == ParameterType.Date
            ? ParameterCheck.DateOf(minimum) > ParameterCheck.DateOf(maximum)
            : ExactNumber.Parse(minimum.GetRawText())!.Value.CompareTo(ExactNumber.Parse(maximum.GetRawText())!.Value) > 0;

    private static int Compare(ParameterType type, JsonElement value, JsonElement limit) => type switch
    {
        ParameterType.Date => ParameterCheck.DateOf(value)!.Value.CompareTo(ParameterCheck.DateOf(limit)!.Value),
        ParameterType.Number => ExactNumber.Parse(value.GetRawText())!.Value.CompareTo(ExactNumber.Parse(limit.GetRawText())!.Value),
        _ => SizeOf(value).CompareTo(limit.GetInt32()),
    };

    /// <summary>Characters of a text (Unicode code points), items of a list.</summary>
    private static int SizeOf(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : value.GetString()!.EnumerateRunes().Count();

    private static ParameterProblem Outside(ParameterType type, JsonElement value, JsonElement limit, string side) =>
        new(DiagnosticCodes.ParameterRange, type switch
        {
            ParameterType.Date => $"must be {limit.GetString()} or {(side == "least" ? "later" : "earlier")}, but is {value.GetString()}",
            ParameterType.Number => $"must be at {side} {limit.GetRawText()}, but is {value.GetRawText()}",
            ParameterType.Multiselect => string.Create(CultureInfo.InvariantCulture, $"must have at {side} {limit.GetInt32()} values, but has {SizeOf(value)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"must have at {side} {limit.GetInt32()} characters, but has {SizeOf(value)}"),
        });
}
