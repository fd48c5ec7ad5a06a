using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Reports.Comparison;

namespace Daybook.Commands;

/// <summary>The difference of two reports as lines: <c>-</c> was, <c>+</c> is, <c>~</c> changed.</summary>
internal static class DifferenceText
{
    public static async Task WriteAsync(ReportDifference difference, TextWriter output)
    {
        if (difference.IsEmpty)
        {
            await output.WriteLineAsync("the reports say the same").ConfigureAwait(false);
            return;
        }

        foreach (var line in Lines(difference))
            await output.WriteLineAsync(line).ConfigureAwait(false);
    }

    private static IEnumerable<string> Lines(ReportDifference difference)
    {
        foreach (var fact in difference.Facts)
            yield return $"~ {fact.Field}: {fact.Old ?? "none"} -> {fact.New ?? "none"}";
        foreach (var figure in difference.Figures)
            yield return $"{Sign(figure.Change)} {figure.Place}: {Text(figure.Old)} -> {Text(figure.New)}{(figure.Difference is { } by ? $" ({(by.GetRawText().StartsWith('-') ? "" : "+")}{by})" : "")}";
        if (difference.OmittedFigures > 0)
            yield return $"  and {difference.OmittedFigures} more figures";
        foreach (var line in difference.Rows.SelectMany(Lines))
            yield return line;
        foreach (var section in difference.Sections)
            yield return $"{Sign(section.Change)} section {section.Id}: {(section.Aspects.IsEmpty ? section.Change : string.Join(", ", section.Aspects))}{(section.OldStatus != section.NewStatus ? $" ({section.OldStatus ?? "none"} -> {section.NewStatus ?? "none"})" : "")}";
    }

    private static IEnumerable<string> Lines(RowsChange rows)
    {
        yield return $"~ {rows.Place}: rows {rows.Added} added, {rows.Removed} removed, {rows.Changed} changed, {rows.Unchanged} the same";
        foreach (var row in rows.Rows)
            yield return $"  {Sign(row.Change)} {Cells(row.Before)}{(row.Change == Change.Changed ? " -> " : "")}{Cells(row.After)}";
        if (rows.Omitted > 0)
            yield return $"    and {rows.Omitted} more";
    }

    private static string Sign(string change) => change switch
    {
        Change.Added => "+",
        Change.Removed => "-",
        _ => "~",
    };

    private static string Cells(ImmutableSortedDictionary<string, JsonElement>? row) =>
        row is null ? "" : string.Join(", ", row.Select(cell => $"{cell.Key} {Text(cell.Value)}"));

    private static string Text(JsonElement? value) => value is { } given ? given.ToString() is { Length: > 0 } text ? text : "none" : "none";
}
