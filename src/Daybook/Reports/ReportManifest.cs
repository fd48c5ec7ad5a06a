using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;

namespace Daybook.Reports;

/// <summary>The hashes of everything that is kept of a report, and what it was made with.</summary>
/// <param name="TimeZones">Version of the time-zone data.</param>
/// <param name="Analyses">Prompts and answers of models, by block; null for a report that asks none, or was made before any could be asked.</param>
/// <param name="Fonts">Fonts that come with the program, by file name; null in manifests of before they were noted.</param>
internal sealed record ReportManifest(
    string TemplateSha256,
    string InputsSha256,
    string SnapshotSha256,
    string DocumentSha256,
    ImmutableSortedDictionary<string, string> Artifacts,
    string Program,
    string Runtime,
    string TimeZones,
    ImmutableSortedDictionary<string, string>? Fonts = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableSortedDictionary<string, string>? Analyses = null)
{
    public static ReportManifest Parse(string json) => JsonSerializer.Deserialize(json, ReportsJson.Default.ReportManifest)!;

    public string ToJson() => JsonSerializer.Serialize(this, ReportsJson.Default.ReportManifest);

    public static ReportManifest Of(StoredReport report, string snapshotSha256, string documentSha256, IEnumerable<StoredExport> exports, ImmutableArray<StoredAnalysis> analyses) => new(
        Sha256(report.TemplateSnapshot.Text),
        Sha256(report.Inputs.Text),
        snapshotSha256,
        documentSha256,
        exports.Where(export => export.Sha256 is not null).ToImmutableSortedDictionary(export => export.Format, export => export.Sha256!, StringComparer.Ordinal),
        ProgramVersion.Text,
        Environment.Version.ToString(),
        TimeZoneData.InUse.Version,
        BundledFontFiles.Sha256,
        analyses.IsEmpty ? null : analyses.ToImmutableSortedDictionary(analysis => analysis.BlockId, analysis => analysis.Sha256, StringComparer.Ordinal));

    /// <summary>In what the program of now differs from the one that made the report: sentences.</summary>
    public ImmutableArray<string> Since(ReportManifest now)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        Compare("Daybook", Program, now.Program);
        Compare(".NET", Runtime, now.Runtime);
        Compare("the time-zone data", TimeZones, now.TimeZones);
        foreach (var (name, sha256) in Fonts ?? ImmutableSortedDictionary<string, string>.Empty)
            Compare($"the font {name}", sha256, now.Fonts!.GetValueOrDefault(name, "none"));
        return found.ToImmutable();

        void Compare(string what, string then, string present)
        {
            if (then != present)
                found.Add($"{what} was {then} when the report was made, and is {present} now");
        }
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
