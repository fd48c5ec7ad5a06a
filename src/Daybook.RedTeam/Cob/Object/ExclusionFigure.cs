namespace Daybook.RedTeam;

internal sealed record ExclusionFigure(Exclusion Reason, string Label, long Rows);
