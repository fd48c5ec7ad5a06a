namespace Daybook.RedTeam;

internal sealed record PolarityFigures(string Profile, string Description);
