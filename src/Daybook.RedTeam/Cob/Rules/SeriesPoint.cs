namespace Daybook.RedTeam;

/// <param name="Counts">Null for a period without data.</param>
internal sealed record SeriesPoint(DateOnly BusinessDate, Counts? Counts);
