namespace Daybook.Delivery;

/// <summary>One artifact of a distribution.</summary>
/// <param name="Format">A format word.</param>
/// <param name="ExportId">Null where the format was not made.</param>
/// <param name="Sha256">Null where the format was not made.</param>
/// <param name="AsLink">Whether it is fetched rather than sent along.</param>
/// <param name="Missing">Why it was not made, as a sentence; null where it was.</param>
internal sealed record DistributedArtifact(string Format, Guid? ExportId, string? FileName, string? MediaType, string? Sha256, long SizeBytes, bool AsLink, string? Missing = null);
