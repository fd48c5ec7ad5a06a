using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R2: whether the period says anything at all.</summary>
/// <param name="Headline">One sentence for the top of the report.</param>
/// <param name="Reasons">Why it is not, or only partly, assessed; empty when assessed.</param>
internal sealed record Assessment(AssessmentState State, string Label, string Headline, ImmutableArray<string> Reasons);
