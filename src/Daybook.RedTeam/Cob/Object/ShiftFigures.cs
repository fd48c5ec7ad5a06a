namespace Daybook.RedTeam;

internal sealed record ShiftFigures(string Name, DateTimeOffset Start, DateTimeOffset End);
