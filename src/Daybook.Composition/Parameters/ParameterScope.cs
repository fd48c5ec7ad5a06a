using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The values of one binding as they become known; a default is computed when its parameter is first needed.</summary>
internal sealed class ParameterScope(
    JinjaEnvironment jinja, ImmutableArray<ParameterDefinition> definitions, ReportPeriod period, DateTimeOffset generatedAt, List<Diagnostic> problems)
{
    /// <summary>Null for a parameter without a usable value, which is then reported.</summary>
    private readonly Dictionary<string, JsonElement?> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly string reportDate = period.BusinessDate.ToString(ParameterCheck.DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Takes a given value, or reports what is wrong with it.</summary>
    public void Accept(ParameterDefinition definition, JsonElement value)
    {
        var found = ParameterCheck.Check(definition, value).ToList();
        if (found.Count == 0 && IsReportDate(definition) && ParameterCheck.DateOf(value) != period.BusinessDate)
        {
            found.Add(new ParameterProblem(
                DiagnosticCodes.ParameterConflict,
                $"is {value.GetString()}, but the report is about {reportDate}",
                "Leave it out, or make the report for that date."));
        }

        Keep(definition, value, found);
    }

    public void Fail(ParameterDefinition definition) => values[definition.Name] = null;

    /// <summary>Null when the parameter has no usable value, which is then reported.</summary>
    public JsonElement? ValueOf(ParameterDefinition definition)
    {
        if (values.TryGetValue(definition.Name, out var known))
            return known;
        if (IsReportDate(definition))
            return values[definition.Name] = JsonValues.Text(reportDate);
        if (definition.Default is null)
        {
            if (definition.Required)
                Report(definition, new ParameterProblem(DiagnosticCodes.MissingParameter, "has no value", AdviceFor(definition)), null);
            return values[definition.Name] = definition.Required ? null : JsonValues.Null;
        }

        if (open.Add(definition.Name))
        {
            var value = definition.Default.HoldsJinja ? Compute(definition, definition.Default) : definition.Default.Json;
            open.Remove(definition.Name);
            return value is null ? values[definition.Name] = null : Keep(definition, value.Value, ParameterCheck.Check(definition, value.Value));
        }

        Report(
            definition,
            new ParameterProblem(DiagnosticCodes.DefaultCycle, "has a default that needs itself"),
            definition.Default.Location);
        return null;
    }

    private JsonElement? Compute(ParameterDefinition definition, TemplateValue template)
    {
        var isComplete = true;
        var computed = template.Resolve(text =>
        {
            var rendered = Render(definition, text);
            isComplete &= rendered is not null;
            return JsonValues.Text(rendered ?? "");
        });
        if (!isComplete)
            return null;
        return computed.ValueKind switch
        {
            JsonValueKind.String => TypedText.Read(definition, computed.GetString()!),
            JsonValueKind.Array => TypedText.ReadItems(definition, computed),
            _ => computed,
        };
    }

    /// <summary>Null when it fails, or when it needs a parameter without a usable value; either is then reported.</summary>
    private string? Render(ParameterDefinition definition, TemplateText text)
    {
        try
        {
            var template = jinja.FromString(text.Text);
            var needed = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
            foreach (var other in definitions.Where(other => template.UndeclaredVariables.Any(variable => variable.Name == other.Name)))
            {
                if (other.Name == definition.Name && ParameterContext.Names.Contains(other.Name))
                    continue;
                if (ValueOf(other) is not { } value)
                    return null;
                needed[other.Name] = value;
            }

            return template.Render(BaseNames.Of(definitions, needed.ToImmutable(), period, generatedAt));
        }
        catch (JinjaException problem)
        {
            Report(
                definition,
                new ParameterProblem(DiagnosticCodes.ParameterDefault, $"has a default that cannot be computed: {JinjaCheck.MessageOf(problem.Error)}"),
                text.PlaceOf(problem.Error.Line, problem.Error.Column));
            return null;
        }
    }

    private JsonElement? Keep(ParameterDefinition definition, JsonElement value, IEnumerable<ParameterProblem> found)
    {
        var isRight = true;
        foreach (var problem in found)
        {
            isRight = false;
            Report(definition, problem, null);
        }

        return values[definition.Name] = isRight ? value : null;
    }

    private void Report(ParameterDefinition definition, ParameterProblem problem, SourceLocation? place) =>
        problems.Add(ParameterBinder.Problem(definition, problem) with { File = place?.File, Line = place?.Line, Column = place?.Column });

    private static string AdviceFor(ParameterDefinition definition)
    {
        var wanted = definition.Options.IsEmpty
            ? $"It is a {TemplateWords.ParameterTypes.WordOf(definition.Type)}"
            : $"Choose from {ParameterWords.List(definition.Options)}";
        return definition.Help is null ? $"{wanted}." : $"{wanted}: {definition.Help.TrimEnd('.')}.";
    }

    private static bool IsReportDate(ParameterDefinition definition) => definition is { Name: ParameterContext.ReportDate, Type: ParameterType.Date };
}
