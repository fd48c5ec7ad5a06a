using System.Collections.Immutable;

namespace Daybook.Reports.Comparison;

/// <summary>A section that is new, gone, or not what it was.</summary>
/// <param name="Aspects">What changed: <c>title</c>, <c>status</c>, <c>reason</c>, <c>text</c>, <c>tables</c>, <c>charts</c>, <c>cards</c>, <c>images</c>; empty unless it changed.</param>
/// <param name="OldStatus">Null for an added section.</param>
/// <param name="NewStatus">Null for a removed section.</param>
internal sealed record SectionChange(string Id, string? Title, string Change, ImmutableArray<string> Aspects, string? OldStatus, string? NewStatus);
