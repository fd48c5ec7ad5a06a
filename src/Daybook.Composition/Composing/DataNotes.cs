using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>What sources say about their data. Templates know it as <c>data_notes</c>; what a template does not print itself is printed at the end.</summary>
internal static class DataNotes
{
    public const string Name = "data_notes";

    private const string SectionId = "data_notes";

    /// <summary>Dataset to a list of <c>{code, message, count, blocking}</c>; datasets without notes are missing.</summary>
    public static object? Value(Snapshot snapshot)
    {
        var all = new PyDict { IsFrozen = true };
        foreach (var (dataset, result) in snapshot.Datasets)
        {
            if (NotesOf(result) is { Length: > 0 } notes)
                all[dataset] = new PyList([.. notes.Select(ValueOf)]) { IsFrozen = true };
        }

        return all;
    }

    /// <summary>True when a text of the template, or one it includes by a plain name, reads them: then nothing is printed beside it.</summary>
    public static bool ArePrintedBy(ImmutableArray<TemplateBlock> blocks, Func<string, string?> includes) => blocks.Any(block =>
        (block.Enabled && block.Template is { } template && ArePrintedBy(template.Text, includes, []))
        || (block is CompositeBlock composite && ArePrintedBy(composite.SubBlocks, includes)));

    private static bool ArePrintedBy(string text, Func<string, string?> includes, HashSet<string> seen) =>
        text.Contains(Name, StringComparison.Ordinal)
        || LoadedText.Names(text).Any(name => seen.Add(name) && Included(name, includes) is { } included && ArePrintedBy(included, includes, seen));

    /// <summary>A text that cannot be had fails the block that includes it, not the report.</summary>
    private static string? Included(string name, Func<string, string?> includes)
    {
        try
        {
            return includes(name);
        }
        catch (CompositionException)
        {
            return null;
        }
    }

    /// <summary>Warnings above the figures that are incomplete.</summary>
    public static ImmutableArray<DocumentBlock> Warnings(ReportData data, ImmutableArray<string> datasets)
    {
        var notes = datasets.SelectMany(name => data.Result(name)?.Notes ?? []).Where(note => note.IsBlocking).Distinct().ToList();
        return notes.Count == 0 ? [] : [new Callout(Severity.High, "The data is incomplete", List(notes.Select(note => note.Message)))];
    }

    /// <summary>Every note and every dataset that failed; null when there is none.</summary>
    public static Section? Section(Snapshot snapshot, IEnumerable<string> usedIds)
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        foreach (var (dataset, result) in snapshot.Datasets)
        {
            if (NotesOf(result) is not { Length: > 0 } notes)
                continue;
            blocks.Add(new Heading(1, [new TextInline(Titles.Of(dataset))]));
            blocks.AddRange(List(notes.Select(note => note.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{note.Message} ({note.Count:N0})") : note.Message)));
        }

        var id = SectionId;
        while (usedIds.Contains(id))
            id += "_";
        return blocks.Count == 0 ? null : new Section(id, "Data notes", SectionKind.Data, blocks.ToImmutable());
    }

    private static ImmutableArray<DataNote> NotesOf(DatasetResult result) => result.Content is DatasetFailure failure
        ? [new DataNote(failure.Code, failure.Message, 1, IsBlocking: true)]
        : result.OmittedRows > 0
            ? result.Notes.Add(new DataNote(SourceCodes.OmittedRows, string.Create(CultureInfo.InvariantCulture, $"{result.OmittedRows:N0} {(result.OmittedRows == 1 ? "row" : "rows")} beyond the dataset's limit left out."), 1, IsBlocking: false))
            : result.Notes;

    private static object? ValueOf(DataNote note) => new PyDict
    {
        ["code"] = note.Code,
        ["message"] = note.Message,
        ["count"] = note.Count,
        ["blocking"] = note.IsBlocking,
    };

    private static ImmutableArray<DocumentBlock> List(IEnumerable<string> texts) =>
        [new ListBlock(false, 1, [.. texts.Select(text => new ListItem(null, [new Paragraph([new TextInline(text)])]))])];
}
