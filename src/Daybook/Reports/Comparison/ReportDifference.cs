using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Documents;

namespace Daybook.Reports.Comparison;

/// <summary>Everything in which two reports differ: what they are, their figures, their rows and their sections.</summary>
/// <param name="OmittedFigures">Figures that differ and are counted, but not listed.</param>
internal sealed record ReportDifference(
    ImmutableArray<FactChange> Facts, ImmutableArray<FigureChange> Figures, int OmittedFigures, ImmutableArray<RowsChange> Rows, ImmutableArray<SectionChange> Sections)
{
    /// <summary>More figures that differ are counted and not listed.</summary>
    public const int MaxFigures = 2000;

    [JsonIgnore]
    public bool IsEmpty => Facts.IsEmpty && Figures.IsEmpty && Rows.IsEmpty && Sections.IsEmpty;

    /// <param name="before">Where one of the two has no snapshot, data is not compared.</param>
    public static ReportDifference Between(ComparedReport before, ComparedReport after)
    {
        var hasData = before.Snapshot is not null && after.Snapshot is not null;
        var (oldData, newData) = (DataParts.Of(hasData ? before.Snapshot : null), DataParts.Of(hasData ? after.Snapshot : null));
        var (oldParts, newParts) = (DocumentParts.Of(before.Document), DocumentParts.Of(after.Document));
        ImmutableArray<FigureChange> figures = [.. CompareFigures("data", oldData.Values, newData.Values), .. CompareFigures("card", oldParts.Cards, newParts.Cards)];
        return new ReportDifference(
            CompareFacts(before.Document.Metadata, after.Document.Metadata),
            [.. figures.Take(MaxFigures)],
            Math.Max(0, figures.Length - MaxFigures),
            [.. CompareRows("data", oldData.Rows, newData.Rows), .. CompareRows("table", oldParts.Tables, newParts.Tables)],
            CompareSections(oldParts.Sections, newParts.Sections, after.Document.Metadata));
    }

    private static ImmutableArray<FactChange> CompareFacts(DocumentMetadata before, DocumentMetadata after) =>
        [.. FactsOf(before).Zip(FactsOf(after), (old, now) => new FactChange(old.Field, old.Value, now.Value)).Where(fact => fact.Old != fact.New)];

    private static IEnumerable<(string Field, string? Value)> FactsOf(DocumentMetadata metadata) =>
    [
        ("title", metadata.Title), ("subtitle", metadata.Subtitle), ("report_date", metadata.BusinessDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("timezone", metadata.Zone), ("period_start", Instant(metadata.PeriodStart)), ("period_end", Instant(metadata.PeriodEnd)), ("shift_name", metadata.Shift),
        ("operator", metadata.Operator), ("classification", metadata.Classification), ("template_id", metadata.TemplateId), ("template_name", metadata.TemplateName),
        ("template_version", metadata.TemplateVersion), ("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(metadata.Status.ToString())), ("parameters", metadata.Parameters),
    ];

    private static IEnumerable<FigureChange> CompareFigures(string kind, OrderedDictionary<string, JsonElement> before, OrderedDictionary<string, JsonElement> after) =>
        before.Keys.Union(after.Keys).Select(place =>
        {
            JsonElement? old = before.TryGetValue(place, out var was) ? was : null;
            JsonElement? now = after.TryGetValue(place, out var isNow) ? isNow : null;
            return old is { } left && now is { } right && FigureValue.IsSame(left, right)
                ? null
                : new FigureChange(kind, place, Change.Of(old is not null, now is not null), old, now, FigureValue.Difference(old, now));
        }).OfType<FigureChange>();

    private static IEnumerable<RowsChange> CompareRows(string kind, OrderedDictionary<string, RowSet> before, OrderedDictionary<string, RowSet> after) => before.Keys.Union(after.Keys)
        .Select(place => RowMatching.Compare(kind, place, before.GetValueOrDefault(place, RowSet.Empty), after.GetValueOrDefault(place, RowSet.Empty))).OfType<RowsChange>();

    /// <summary>In the order of the newer report; what is gone comes last.</summary>
    private static ImmutableArray<SectionChange> CompareSections(OrderedDictionary<string, Section> before, OrderedDictionary<string, Section> after, DocumentMetadata metadata) =>
        [.. after.Keys.Union(before.Keys).Select(id => CompareSection(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id), metadata)).OfType<SectionChange>()];

    private static SectionChange? CompareSection(string id, Section? before, Section? after, DocumentMetadata metadata)
    {
        var aspects = before is null || after is null ? [] : SectionAspects.Between(before, after, metadata);
        return before is not null && after is not null && aspects.IsEmpty
            ? null
            : new SectionChange(id, (after ?? before)!.Title, Change.Of(before is not null, after is not null), aspects, Word(before?.Status), Word(after?.Status));
    }

    private static string? Word(SectionStatus? status) => status is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(status.Value.ToString());

    private static string? Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
