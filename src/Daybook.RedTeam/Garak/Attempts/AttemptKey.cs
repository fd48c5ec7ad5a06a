namespace Daybook.RedTeam;

/// <summary>What makes two records the same attempt. Merged logs give every record the same uuid, so the uuid alone does not.</summary>
internal readonly record struct AttemptKey(UInt128 Id, long Seq, int Probe);
