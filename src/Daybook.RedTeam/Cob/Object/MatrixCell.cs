namespace Daybook.RedTeam;

/// <summary>One target under one attack.</summary>
/// <param name="Rate">Attack success rate in percent; null without scored tests.</param>
internal sealed record MatrixCell(string? Model, string ModelLabel, string Attack, long Evaluated, long Violations, decimal? Rate);
