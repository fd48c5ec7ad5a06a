using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Checks defaults that are computed from other parameters: what they name, and that none needs itself.</summary>
internal static class DefaultCheck
{
    public static void Check(ImmutableArray<ParameterDefinition> parameters, JinjaCheck jinja)
    {
        var known = parameters.Select(parameter => parameter.Name).Concat(ParameterContext.Names).ToList();
        var needs = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            needs[parameter.Name] = [];
            parameter.Default?.Resolve(text =>
            {
                foreach (var name in jinja.Text(text))
                {
                    if (!known.Contains(name.Name))
                    {
                        jinja.Diagnostics.Error(
                            DiagnosticCodes.InvalidDefault,
                            text.PlaceOf(name.Line, name.Column),
                            $"the default of parameter '{parameter.Name}' uses '{name.Name}', which is no parameter{NearMatch.Question(name.Name, known)}",
                            $"A default can use other parameters and {string.Join(", ", ParameterContext.Names)}.");
                    }

                    if (name.Name != parameter.Name || !ParameterContext.Names.Contains(name.Name))
                        needs[parameter.Name].Add(name.Name);
                }

                return JsonValues.Null;
            });
        }

        foreach (var parameter in parameters)
        {
            if (CycleFrom(parameter.Name, needs) is { } cycle)
            {
                jinja.Diagnostics.Error(
                    DiagnosticCodes.DefaultCycle,
                    parameter.Default!.Location,
                    $"the default of parameter '{parameter.Name}' needs itself: {string.Join(" → ", cycle)}",
                    "Give one of them a default of its own.");
            }
        }
    }

    /// <summary>The names from the parameter back to itself; null when it does not need itself.</summary>
    private static ImmutableArray<string>? CycleFrom(string start, Dictionary<string, HashSet<string>> needs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Follow(start, [start]);

        ImmutableArray<string>? Follow(string name, ImmutableArray<string> path)
        {
            foreach (var next in needs.GetValueOrDefault(name) ?? [])
            {
                if (next == start)
                    return path.Add(start);
                if (seen.Add(next) && Follow(next, path.Add(next)) is { } cycle)
                    return cycle;
            }

            return null;
        }
    }
}
