namespace Daybook.RedTeam;

/// <summary>What one file turned out to be.</summary>
/// <param name="Log">Null for a file that was refused.</param>
/// <param name="Refusal">Null for a file that was read.</param>
public sealed record InspectedLog(string File, GarakLog? Log, LogRefused? Refusal);
