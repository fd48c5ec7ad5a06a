using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Gives every parameter of a template its value, or says everything that is wrong with the values at once. Safe to use from many threads.</summary>
/// <param name="jinja">Computes defaults such as <c>{{ report_date }}</c>.</param>
public sealed class ParameterBinder(JinjaEnvironment jinja)
{
    /// <summary>What a schedule adds to every report it makes, whether the template has such parameters or not.</summary>
    private static readonly ImmutableArray<string> FromSchedule = ["scheduled", "schedule_id"];

    /// <param name="supplied">At most one for each parameter, or several texts for a multiselect.</param>
    /// <param name="generatedAt">When the report is made, with the offset of the report's zone.</param>
    public ParameterBinding Bind(
        ImmutableArray<ParameterDefinition> definitions, IEnumerable<SuppliedParameter> supplied, ReportPeriod period, DateTimeOffset generatedAt)
    {
        var problems = new List<Diagnostic>();
        var values = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        var given = supplied.GroupBy(parameter => parameter.Name).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (name, list) in given)
        {
            if (definitions.Any(definition => definition.Name == name))
                continue;
            if (FromSchedule.Contains(name))
                values[name] = list[^1].Value;
            else
                problems.Add(Unknown(name, definitions));
        }

        var scope = new ParameterScope(jinja, definitions, period, generatedAt, problems);
        foreach (var definition in definitions)
        {
            if (given.TryGetValue(definition.Name, out var list) && Given(definition, list, problems) is { } value)
                scope.Accept(definition, value);
            else if (problems.Exists(problem => problem.Parameter == definition.Name))
                scope.Fail(definition);
        }

        foreach (var definition in definitions)
        {
            if (scope.ValueOf(definition) is { } value)
                values[definition.Name] = value;
        }

        return new ParameterBinding(problems.Count > 0 ? null : values.ToImmutable(), [.. problems]);
    }

    /// <summary>The value that was given; null when none was, or when it is already reported.</summary>
    private static JsonElement? Given(ParameterDefinition definition, List<SuppliedParameter> list, List<Diagnostic> problems)
    {
        var isTypedList = definition.Type == ParameterType.Multiselect && list.TrueForAll(parameter => parameter.IsTyped);
        if (list.Count > 1 && !isTypedList)
        {
            problems.Add(Problem(definition, new ParameterProblem(DiagnosticCodes.DuplicateParameter, $"is given {list.Count} times", "Give it once.")));
            return null;
        }

        if (isTypedList)
            return JsonValues.List(list.SelectMany(parameter => TypedText.Read(definition, parameter.Value.GetString()!).EnumerateArray()));
        var only = list[0];
        if (only.Value.ValueKind == JsonValueKind.Null || (definition.Required && IsBlank(only.Value)))
            return null;
        return only.IsTyped ? TypedText.Read(definition, only.Value.GetString()!) : only.Value;
    }

    private static bool IsBlank(JsonElement value) => value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());

    private static Diagnostic Unknown(string name, ImmutableArray<ParameterDefinition> definitions)
    {
        var known = definitions.Select(definition => definition.Name).ToList();
        return new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.UnknownParameter, $"the template has no parameter '{name}'{NearMatch.Question(name, known)}")
        {
            Parameter = name,
            Advice = known.Count == 0 ? "It has no parameters." : $"Its parameters are {string.Join(", ", known)}.",
        };
    }

    internal static Diagnostic Problem(ParameterDefinition definition, ParameterProblem problem) =>
        new(DiagnosticSeverity.Error, problem.Code, $"parameter '{definition.Name}' {problem.Message}") { Parameter = definition.Name, Advice = problem.Advice };
}
