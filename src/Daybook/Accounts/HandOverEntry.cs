namespace Daybook.Accounts;

/// <summary>What the audit log keeps of a hand-over: whose the things were, or are.</summary>
internal sealed record HandOverEntry(string Owner, long Templates, long Schedules, long Reports, long RevokedTokens);
