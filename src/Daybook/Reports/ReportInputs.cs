using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>What a report is made from beside its template and its data. With those it gives the same bytes at any time.</summary>
/// <param name="GeneratedAt">With the offset of the report's zone.</param>
internal sealed record ReportInputs(
    ReportPeriod Period,
    DateTimeOffset GeneratedAt,
    ImmutableSortedDictionary<string, JsonElement> Parameters,
    string? Shift,
    string? Operator,
    string? Classification,
    bool AllowScripts,
    ImmutableArray<ExportInput> Exports)
{
    /// <summary>Whatever data is collected, the report is made from this part of it alone; null takes all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportSplit? Split { get; init; }

    /// <summary>The tag of the <see cref="Documents.DocumentLocale"/> of its numbers and dates; null writes <c>1,234.50</c> and <c>2026-05-04</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Locale { get; init; }

    public static ReportInputs Parse(string json) => JsonSerializer.Deserialize(json, ReportsJson.Default.ReportInputs)!;

    public string ToJson() => JsonSerializer.Serialize(this, ReportsJson.Default.ReportInputs);

    public CompositionRequest Request(ReportTemplate template) => new()
    {
        Template = template,
        Parameters = Parameters,
        Period = Period,
        Snapshot = Snapshot.Empty,
        GeneratedAt = GeneratedAt,
        Shift = Shift,
        Operator = Operator,
        Classification = Classification,
        AllowScripts = AllowScripts,
        Locale = Locale,
    };
}
