using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>A holiday of every year from <see cref="FromYear"/> to <see cref="ToYear"/>.</summary>
internal sealed record HolidayRule(string Name, HolidayDate Date)
{
    public Observed Observed { get; init; }

    /// <summary>The import that gave it; null when it was written by hand.</summary>
    public string? Source { get; init; }

    public int FromYear { get; init; } = 1;

    public int ToYear { get; init; } = 9999;

    /// <returns>Null in a year outside the rule's years or without that date.</returns>
    public LocalDate? In(int year) => year >= FromYear && year <= ToYear ? Date.In(year) : null;
}
