namespace Daybook.Hosting;

/// <param name="Status"><c>ok</c>; everything else leaves as a problem.</param>
/// <param name="TimeZones">Version of the time-zone data.</param>
internal sealed record HealthContract(string Status, string Version, string? Database, string? TimeZones);
