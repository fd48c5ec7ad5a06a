namespace Daybook.RedTeam;

/// <summary>A group of probes as the digest at the end of a log grades it.</summary>
/// <param name="Score">Aggregated pass rate from 0 to 1; null where it is missing.</param>
/// <param name="Grade">1 (worst) to 5.</param>
/// <param name="Description">Plain text.</param>
public sealed record DigestGroup(
    string Key, string Name, double? Score, int? Grade, string? Description, string? Link, string? AggregationFunction);
