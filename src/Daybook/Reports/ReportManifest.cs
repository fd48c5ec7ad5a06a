using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;

namespace Daybook.Reports;

/// <summary>The hashes of everything that is kept of a report, and what it was made with.</summary>
/// <param name="TimeZones">Version of the time-zone data.</param>
internal sealed record ReportManifest(
    string TemplateSha256,
    string InputsSha256,
    string SnapshotSha256,
    string DocumentSha256,
    ImmutableSortedDictionary<string, string> Artifacts,
    string Program,
    string Runtime,
    string TimeZones)
{
    public static ReportManifest Parse(string json) => JsonSerializer.Deserialize(json, ReportsJson.Default.ReportManifest)!;

    public string ToJson() => JsonSerializer.Serialize(this, ReportsJson.Default.ReportManifest);

    public static ReportManifest Of(StoredReport report, string snapshotSha256, string documentSha256, IEnumerable<StoredExport> exports) => new(
        Sha256(report.TemplateSnapshot.Text),
        Sha256(report.Inputs.Text),
        snapshotSha256,
        documentSha256,
        exports.Where(export => export.Sha256 is not null).ToImmutableSortedDictionary(export => export.Format, export => export.Sha256!, StringComparer.Ordinal),
        ProgramVersion.Text,
        Environment.Version.ToString(),
        TimeZoneData.InUse.Version);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
