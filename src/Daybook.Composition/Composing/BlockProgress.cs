namespace Daybook.Composition;

/// <summary>How far the composing of a report is.</summary>
/// <param name="Done">Top-level blocks that are over.</param>
/// <param name="Current">Id of the block that is composed now; null at the end.</param>
public sealed record BlockProgress(int Done, int Total, string? Current);
