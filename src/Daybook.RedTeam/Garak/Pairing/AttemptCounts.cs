namespace Daybook.RedTeam;

/// <summary>How many attempts of a run did not finish, and how many finished ones stand in the log once more.</summary>
internal readonly record struct AttemptCounts(long Unfinished, long NeverSent, long Repeated);
