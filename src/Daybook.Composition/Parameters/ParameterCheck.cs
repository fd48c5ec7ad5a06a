using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Holds one value against the definition of its parameter.</summary>
internal static class ParameterCheck
{
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Everything wrong with the value; empty when it may be used.</summary>
    public static IEnumerable<ParameterProblem> Check(ParameterDefinition definition, JsonElement value)
    {
        if (WrongType(definition.Type, value) is { } problem)
            return [problem];
        if (definition.Type == ParameterType.Multiselect)
            return CheckItems(definition, value).Concat(ParameterRange.Check(definition, value));
        return CheckOption(definition, value).Concat(CheckPattern(definition, value)).Concat(ParameterRange.Check(definition, value));
    }

    /// <summary>True for equal values; <c>1</c> and <c>1.0</c> are equal.</summary>
    public static bool Same(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Number && right.ValueKind == JsonValueKind.Number
        && ExactNumber.Parse(left.GetRawText()) is { } a && ExactNumber.Parse(right.GetRawText()) is { } b
            ? a.CompareTo(b) == 0
            : JsonElement.DeepEquals(left, right);

    public static DateOnly? DateOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static ParameterProblem? WrongType(ParameterType type, JsonElement value)
    {
        var (isRight, wanted, advice) = type switch
        {
            ParameterType.Text or ParameterType.Code => (value.ValueKind == JsonValueKind.String, "a text", "Put it into quotes."),
            ParameterType.Number => (IsNumber(value), "a number", "Write digits, with '.' before decimals and nothing between thousands."),
            ParameterType.Boolean => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false", null),
            ParameterType.Date => (DateOf(value) is not null, "a date", "Write it like 2026-05-04."),
            ParameterType.Select => (IsScalar(value), "one value", null),
            ParameterType.Multiselect => (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsScalar), "a list of values", null),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
        return isRight ? null : new ParameterProblem(DiagnosticCodes.ParameterType, $"must be {wanted}, but is {ParameterWords.Show(value)}", advice);
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number && ExactNumber.Parse(value.GetRawText()) is not null;

    private static bool IsScalar(JsonElement value) => value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null);

    private static IEnumerable<ParameterProblem> CheckItems(ParameterDefinition definition, JsonElement list)
    {
        var seen = new List<JsonElement>();
        foreach (var item in list.EnumerateArray())
        {
            foreach (var problem in CheckOption(definition, item))
                yield return problem;
            if (seen.Exists(other => Same(other, item)))
                yield return new ParameterProblem(DiagnosticCodes.ParameterOption, $"has {ParameterWords.Show(item)} twice", "Name each value once.");
            seen.Add(item);
        }
    }

    private static IEnumerable<ParameterProblem> CheckOption(ParameterDefinition definition, JsonElement value)
    {
        if (definition.Options.IsEmpty || definition.Options.Any(option => Same(option, value)))
            yield break;
        var near = NearMatch.Question(ParameterWords.Typed(value), definition.Options.Select(ParameterWords.Typed));
        var advice = $"Choose from {ParameterWords.List(definition.Options)}.";
        yield return new ParameterProblem(DiagnosticCodes.ParameterOption, $"cannot be {ParameterWords.Show(value)}{near}", advice);
    }

    private static IEnumerable<ParameterProblem> CheckPattern(ParameterDefinition definition, JsonElement value)
    {
        if (definition.Pattern is { } pattern && !pattern.Matches(value.GetString()!))
            yield return new ParameterProblem(DiagnosticCodes.ParameterPattern, $"is {ParameterWords.Show(value)}, which does not match {pattern}", definition.Help);
    }
}
