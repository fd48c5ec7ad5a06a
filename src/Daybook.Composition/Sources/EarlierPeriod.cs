namespace Daybook.Composition;

/// <param name="Start">First instant of the period.</param>
/// <param name="End">First instant after the period.</param>
public sealed record EarlierPeriod(DateOnly BusinessDate, DateTimeOffset Start, DateTimeOffset End);
