using System.Collections.Immutable;

namespace Daybook.Composition;

internal static class DatasetMapping
{
    public static ImmutableArray<DatasetDefinition> Map(MappingNode? node, MappingContext context)
    {
        var datasets = ImmutableArray.CreateBuilder<DatasetDefinition>();
        foreach (var entry in node?.Entries ?? [])
        {
            Names.CheckVariable("dataset", entry.Key, entry.Location, context.Diagnostics);
            if (entry.Value is MappingNode definition)
                datasets.Add(MapOne(entry, definition, context));
            else
            {
                context.Diagnostics.Error(
                    DiagnosticCodes.WrongType,
                    entry.Value.Location,
                    $"dataset '{entry.Key}' must be an object, but is {NodeWords.Describe(entry.Value)}",
                    "Write at least its source, such as {source: inline, value: …}.");
            }
        }

        return datasets.ToImmutable();
    }

    private static DatasetDefinition MapOne(MappingEntry entry, MappingNode definition, MappingContext context)
    {
        var reading = new ObjectReading(definition, $"dataset '{entry.Key}'", context.Diagnostics);
        var kinds = context.Options.SourceKinds;
        var source = reading.RequiredText("source", $"Write one of {string.Join(", ", kinds)}.");
        if (source is not null && !IsKnown(source.Text, kinds))
            reading.UnknownWord(source, "source", DiagnosticCodes.UnknownSource, kinds);
        return new DatasetDefinition(entry.Key, source?.Text ?? "", Settings(definition), entry.Location)
        {
            At = reading.Text("at") is { } path ? Names.Path(reading.Subject, path, context.Diagnostics) : null,
            Where = reading.Text("where"),
            Select = MapSelect(reading, context.Diagnostics),
            OrderBy = MapOrder(reading, context.Diagnostics),
            Limit = reading.Integer("limit", 1, int.MaxValue),
            Previous = reading.Boolean("previous") ?? false,
            Spread = reading.Boolean("spread") ?? false,
        };
    }

    /// <summary>A kind, or a kind and the name of a configured source: <c>file/nightly</c>.</summary>
    private static bool IsKnown(string source, ImmutableArray<string> kinds) => source.Split('/') switch
    {
        [var kind] => kinds.Contains(kind),
        [var kind, var name] => kinds.Contains(kind) && kind != InlineSource.KindName && SourceName.IsValid(name),
        _ => false,
    };

    /// <summary>Keys that are not the reader's own belong to the source, which knows whether they are right.</summary>
    private static ImmutableSortedDictionary<string, TemplateValue> Settings(MappingNode definition) =>
        definition.Entries
            .Where(entry => !TemplateKeys.Dataset.Keys.Contains(entry.Key))
            .ToImmutableSortedDictionary(entry => entry.Key, entry => new TemplateValue(entry.Value), StringComparer.Ordinal);

    private static ImmutableArray<SelectedColumn> MapSelect(ObjectReading reading, DiagnosticBag diagnostics)
    {
        if (reading.Node("select") is not MappingNode renamed)
            return Distinct(reading.Texts("select").Select(text => (new SelectedColumn(text.Text, text.Text), text.Location)));
        var columns = new ObjectReading(renamed, $"'select' of {reading.Subject}", diagnostics);
        return [.. renamed.Entries.Select(entry => new SelectedColumn(entry.Key, columns.Line(entry.Key) ?? entry.Key))];

        ImmutableArray<SelectedColumn> Distinct(IEnumerable<(SelectedColumn Column, SourceLocation Place)> columns)
        {
            var kept = ImmutableArray.CreateBuilder<SelectedColumn>();
            foreach (var (column, place) in columns)
            {
                if (kept.Contains(column))
                {
                    diagnostics.Error(
                        DiagnosticCodes.DuplicateName,
                        place,
                        $"the column '{column.Name}' stands twice in 'select' of {reading.Subject}",
                        "Keep one of the two.");
                }
                else
                    kept.Add(column);
            }

            return kept.ToImmutable();
        }
    }

    private static ImmutableArray<OrderTerm> MapOrder(ObjectReading reading, DiagnosticBag diagnostics)
    {
        var terms = ImmutableArray.CreateBuilder<OrderTerm>();
        foreach (var text in reading.Texts("order_by"))
        {
            var term = OrderTermOf(text.Text.Trim());
            if (term.Column.Length == 0 || term.Column.Contains(','))
            {
                diagnostics.Error(
                    DiagnosticCodes.InvalidOrder,
                    text.Location,
                    $"{NodeWords.Quote(text.Text)} cannot order {reading.Subject}",
                    "Write a column, '-column' or 'column desc'; several as a list: [day, -rate].");
            }
            else
                terms.Add(term);
        }

        return terms.ToImmutable();
    }

    private static OrderTerm OrderTermOf(string text)
    {
        if (text.StartsWith('-'))
            return new OrderTerm(text[1..].TrimStart(), Descending: true);
        if (text.EndsWith(" desc", StringComparison.Ordinal))
            return new OrderTerm(text[..^5].TrimEnd(), Descending: true);
        return new OrderTerm(text.EndsWith(" asc", StringComparison.Ordinal) ? text[..^4].TrimEnd() : text, Descending: false);
    }
}
