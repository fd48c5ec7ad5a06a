using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

internal static class ParameterMapping
{
    public static ImmutableArray<ParameterDefinition> Map(MappingNode? node, MappingContext context)
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterDefinition>();
        foreach (var entry in node?.Entries ?? [])
        {
            Names.CheckVariable("parameter", entry.Key, entry.Location, context.Diagnostics);
            var definition = entry.Value is MappingNode full ? MapDefinition(entry, full, context.Diagnostics) : MapPlainDefault(entry, context.Diagnostics);
            if (definition is not null)
                parameters.Add(definition);
        }

        return parameters.ToImmutable();
    }

    /// <summary>A value in place of a definition is the default of an optional parameter of the value's own type.</summary>
    private static ParameterDefinition? MapPlainDefault(MappingEntry entry, DiagnosticBag diagnostics)
    {
        ParameterType? type = entry.Value switch
        {
            SequenceNode list when list.Items.All(IsValue) => ParameterType.Multiselect,
            ScalarNode { Kind: ScalarKind.Number } => ParameterType.Number,
            ScalarNode { Kind: ScalarKind.Boolean } => ParameterType.Boolean,
            ScalarNode => ParameterType.Text,
            _ => null,
        };
        if (type is null)
        {
            diagnostics.Error(
                DiagnosticCodes.WrongType,
                entry.Value.Location,
                $"the default of parameter '{entry.Key}' must be one value or a list of values",
                "Write larger data as a dataset with 'source: inline'.");
            return null;
        }

        var definition = new ParameterDefinition(entry.Key, type.Value, entry.Location)
        {
            Default = entry.Value is ScalarNode { Kind: ScalarKind.Null } ? null : new TemplateValue(entry.Value),
        };
        CheckDefault(definition, diagnostics);
        return definition;
    }

    private static ParameterDefinition? MapDefinition(MappingEntry entry, MappingNode node, DiagnosticBag diagnostics)
    {
        var reading = new ObjectReading(node, $"parameter '{entry.Key}'", diagnostics);
        reading.RefuseUnknownKeys(TemplateKeys.Parameter);
        var types = TemplateWords.ParameterTypes;
        var type = reading.RequiredText("type", $"Write one of {string.Join(", ", types.Words)}.") is null ? null : reading.Word("type", types);
        var required = reading.Boolean("required") ?? false;
        var pattern = MapPattern(reading, type);
        if (type is null)
            return null;
        var definition = new ParameterDefinition(entry.Key, type.Value, entry.Location)
        {
            Required = required,
            Default = reading.Node("default") is { } value ? new TemplateValue(value) : null,
            Options = MapOptions(reading, type.Value),
            Minimum = MapLimit(reading, "min", type.Value),
            Maximum = MapLimit(reading, "max", type.Value),
            Pattern = pattern,
            Help = reading.Line("help"),
        };
        if (definition is { Minimum: { } minimum, Maximum: { } maximum } && ParameterRange.AreReversed(type.Value, minimum, maximum))
        {
            reading.Report(
                DiagnosticCodes.InvalidLimits,
                reading.Node("min")!.Location,
                $"'min' of {reading.Subject} is greater than its 'max'",
                "Swap the two.");
        }

        CheckDefault(definition, diagnostics);
        return definition;
    }

    private static ParameterPattern? MapPattern(ObjectReading reading, ParameterType? type)
    {
        if (reading.Text("pattern") is not { } text)
            return null;
        try
        {
            if (type is null or ParameterType.Text or ParameterType.Code)
                return new ParameterPattern(text.Text);
            reading.Report(
                DiagnosticCodes.InvalidPattern,
                text.Location,
                $"{reading.Subject} has a 'pattern', which only text and code can have",
                "Remove it, or use 'options', 'min' or 'max'.");
        }
        catch (RegexParseException problem)
        {
            reading.Report(
                DiagnosticCodes.InvalidPattern,
                text.PlaceOf(problem.Offset),
                $"'pattern' of {reading.Subject} is not a regular expression: {Reason(problem)}",
                @"Write a .NET regular expression that the whole text must match, such as [A-Z]{3}-\d+.");
        }
        catch (NotSupportedException)
        {
            reading.Report(
                DiagnosticCodes.InvalidPattern,
                text.Location,
                $"'pattern' of {reading.Subject} looks around or refers back, which is not supported",
                "Write it without (?=…), (?!…), (?<=…), (?<!…), (?>…) and \\1.");
        }

        return null;
    }

    /// <summary>The message without the pattern, which it repeats.</summary>
    private static string Reason(RegexParseException problem)
    {
        var message = problem.Message.TrimEnd('.');
        var start = message.LastIndexOf(". ", StringComparison.Ordinal);
        return start < 0 ? message : message[(start + 2)..];
    }

    private static ImmutableArray<JsonElement> MapOptions(ObjectReading reading, ParameterType type)
    {
        if (reading.Node("options") is not { } node)
        {
            if (type == ParameterType.Select)
                reading.Missing("options", "A select has a list of options.");
            return [];
        }

        if (type == ParameterType.Boolean || node is not SequenceNode { Items.Length: > 0 } list || !list.Items.All(IsValue))
        {
            reading.Report(
                DiagnosticCodes.InvalidOptions,
                node.Location,
                $"'options' of {reading.Subject} must be a list of texts, numbers or dates",
                type == ParameterType.Boolean ? "A boolean has no options." : null);
            return [];
        }

        var plain = new ParameterDefinition("", type == ParameterType.Multiselect ? ParameterType.Select : type, node.Location);
        var options = ImmutableArray.CreateBuilder<JsonElement>();
        foreach (var item in list.Items)
        {
            var value = item.ToJson(null);
            if (options.Any(other => ParameterCheck.Same(other, value)))
            {
                reading.Report(
                    DiagnosticCodes.InvalidOptions,
                    item.Location,
                    $"{reading.Subject} has the option {ParameterWords.Show(value)} twice",
                    "Keep one of the two.");
            }

            foreach (var problem in ParameterCheck.Check(plain, value))
            {
                reading.Report(
                    DiagnosticCodes.InvalidOptions,
                    item.Location,
                    $"an option of {reading.Subject} {problem.Message}",
                    problem.Advice);
            }

            options.Add(value);
        }

        return options.ToImmutable();
    }

    private static bool IsValue(TemplateNode node) => node is ScalarNode { Kind: not ScalarKind.Null };

    private static JsonElement? MapLimit(ObjectReading reading, string key, ParameterType type)
    {
        if (reading.Node(key) is not { } node)
            return null;
        var limit = node.ToJson(null);
        if (ParameterRange.IsLimit(type, limit))
            return limit;
        var advice = type switch
        {
            ParameterType.Number => "Write a number.",
            ParameterType.Date => "Write a date like 2026-05-04.",
            ParameterType.Text or ParameterType.Code => "Write a number of characters, 0 or more.",
            ParameterType.Multiselect => "Write a number of values, 0 or more.",
            _ => $"A {TemplateWords.ParameterTypes.WordOf(type)} has no 'min' and 'max'.",
        };
        reading.Report(
            DiagnosticCodes.InvalidLimits,
            node.Location,
            $"'{key}' of {reading.Subject} cannot be {NodeWords.Describe(node)}",
            advice);
        return null;
    }

    /// <summary>A default that holds Jinja is checked when it has its value.</summary>
    private static void CheckDefault(ParameterDefinition definition, DiagnosticBag diagnostics)
    {
        if (definition.Default is not { HoldsJinja: false } value)
            return;
        foreach (var problem in ParameterCheck.Check(definition, value.Json))
        {
            diagnostics.Error(
                DiagnosticCodes.InvalidDefault,
                value.Location,
                $"the default of parameter '{definition.Name}' {problem.Message}",
                problem.Advice);
        }
    }
}
