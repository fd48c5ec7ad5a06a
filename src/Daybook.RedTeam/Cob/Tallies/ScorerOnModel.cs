namespace Daybook.RedTeam;

internal readonly record struct ScorerOnModel(string Scorer, GroupName Model);
