using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <param name="Edition">Named because numbers and titles differ between editions.</param>
internal sealed record ComplianceFramework(string Id, string Name, string Edition, ImmutableArray<ComplianceRequirement> Requirements);
