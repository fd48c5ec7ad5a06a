namespace Daybook.RedTeam;

/// <summary>A measured figure with how it was found.</summary>
internal sealed record Measure(decimal Value, string Unit, string Method);
