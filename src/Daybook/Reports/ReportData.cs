using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Documents;

namespace Daybook.Reports;

/// <summary>What is known of a composed report beside its document.</summary>
/// <param name="DurationsMs">How long each top-level block took.</param>
internal sealed record ReportData(ImmutableArray<ReportBlock> Blocks, ImmutableArray<LogEntry> Log, ImmutableSortedDictionary<string, double> DurationsMs)
{
    public static ReportData Parse(string json) => JsonSerializer.Deserialize(json, ReportsJson.Default.ReportData)!;

    public string ToJson() => JsonSerializer.Serialize(this, ReportsJson.Default.ReportData);

    public static ReportData Of(CompositionResult composition) => new(
        [.. composition.Document.Sections.Select(section => new ReportBlock(section.Id, section.Title, section.Status, section.ReasonCode, section.Reason))],
        composition.Log,
        composition.Durations.ToImmutableSortedDictionary(block => block.Key, block => block.Value.TotalMilliseconds, StringComparer.Ordinal));

    public CompositionResult With(ReportDocument document) =>
        new(document, Log, DurationsMs.ToImmutableSortedDictionary(block => block.Key, block => TimeSpan.FromMilliseconds(block.Value), StringComparer.Ordinal));
}
