using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>A holiday of every year from <see cref="FromYear"/> to <see cref="ToYear"/>.</summary>
internal sealed record HolidayRule(string Name, HolidayDate Date)
{
    public const int FirstYear = 1, LastYear = 9999;

    public Observed Observed { get; init; }

    /// <summary>The import that gave it; null when it was written by hand.</summary>
    public string? Source { get; init; }

    public int FromYear { get; init; } = FirstYear;

    public int ToYear { get; init; } = LastYear;

    /// <returns>Null in a year outside the rule's years or without that date.</returns>
    public LocalDate? In(int year) => year >= FromYear && year <= ToYear ? Date.In(year) : null;
}
