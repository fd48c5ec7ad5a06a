using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The names that every text of a template knows beside its data: the parameters, the day and the time it was made.</summary>
internal static class BaseNames
{
    /// <summary>Parameters win over the names that are always there, so that a parameter <c>report_date</c> is what its value says.</summary>
    public static ImmutableDictionary<string, object?> Of(
        ImmutableArray<ParameterDefinition> definitions,
        ImmutableSortedDictionary<string, JsonElement> parameters,
        ReportPeriod period,
        DateTimeOffset generatedAt,
        string? shift = null,
        string? operatorName = null)
    {
        var names = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        names["report_date"] = JinjaValue.Frozen(period.BusinessDate);
        names["business_date"] = names["report_date"];
        names["period_start"] = JinjaValue.Frozen(period.Start);
        names["period_end"] = JinjaValue.Frozen(period.End);
        names["zone"] = period.Zone;
        names["generated_at"] = JinjaValue.Frozen(generatedAt);
        names["current_date"] = JinjaValue.Frozen(DateOnly.FromDateTime(generatedAt.DateTime));
        names["current_time"] = generatedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        names["shift_name"] = shift;
        names["operator"] = operatorName;
        var types = definitions.ToDictionary(definition => definition.Name, definition => definition.Type);
        foreach (var (name, value) in parameters)
            names[name] = ValueOf(value, types.GetValueOrDefault(name));
        return names.ToImmutable();
    }

    /// <summary>A date parameter is a date, which prints as <c>2026-05-04</c> and has <c>strftime</c>.</summary>
    private static object? ValueOf(JsonElement value, ParameterType type) =>
        type == ParameterType.Date && ParameterCheck.DateOf(value) is { } date ? JinjaValue.Frozen(date) : JinjaValue.Frozen(value);
}
