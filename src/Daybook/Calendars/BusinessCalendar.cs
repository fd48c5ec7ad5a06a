using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>A calendar with its rules expanded to dates, ready to be asked.</summary>
internal sealed class BusinessCalendar
{
    /// <summary>Years before and after the one it is asked about that a calendar is expanded for.</summary>
    public const int YearsBehind = 2, YearsAhead = 10;

    /// <summary>The longest run of dates without a business date that is looked across.</summary>
    public const int LongestSearch = 31;

    private readonly FrozenDictionary<LocalDate, string> _holidays;
    private readonly FrozenDictionary<LocalDate, LocalTime> _earlyCloses;

    private BusinessCalendar(CalendarDefinition definition, HolidayTable table, LocalDate first, LocalDate last)
    {
        (Definition, FirstDate, LastDate) = (definition, first, last);
        (Holidays, EarlyCloses) = (table.Holidays, table.EarlyCloses);
        _holidays = table.Holidays.ToFrozenDictionary();
        _earlyCloses = table.EarlyCloses.ToFrozenDictionary();
    }

    /// <summary>What business days are for a schedule that names no calendar; it has no holidays and no end.</summary>
    public static BusinessCalendar MondayToFriday { get; } = new(
        new CalendarDefinition("monday-to-friday", "Monday to Friday", "1"), HolidayTable.Empty, LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

    public CalendarDefinition Definition { get; }

    public string Id => Definition.Id;

    public string Version => Definition.Version;

    public LocalTime? Close => Definition.Close;

    /// <summary>The first date the rules are expanded for.</summary>
    public LocalDate FirstDate { get; }

    /// <summary>The last date the rules are expanded for; after it only the weekend is known.</summary>
    public LocalDate LastDate { get; }

    /// <summary>Date → name.</summary>
    public ImmutableSortedDictionary<LocalDate, string> Holidays { get; }

    public ImmutableSortedDictionary<LocalDate, LocalTime> EarlyCloses { get; }

    /// <summary>Expands the rules for the two years before a date and the ten after.</summary>
    public static BusinessCalendar Around(LocalDate date, CalendarDefinition definition) =>
        Of(definition, date.Year - YearsBehind, date.Year + YearsAhead);

    public static BusinessCalendar Of(CalendarDefinition definition, int firstYear, int lastYear)
    {
        var (first, last) = (Math.Max(firstYear, 2), Math.Min(lastYear, 9998));
        return new BusinessCalendar(definition, HolidayTable.Of(definition, first, last), new LocalDate(first, 1, 1), new LocalDate(last, 12, 31));
    }

    public bool IsBusinessDate(LocalDate date) =>
        !_holidays.ContainsKey(date) && (!Definition.IsWeekend(date) || Definition.WorkingDays.Contains(date));

    /// <summary>Whether the holidays of the date are known.</summary>
    public bool Covers(LocalDate date) => date >= FirstDate && date <= LastDate;

    /// <returns>Null on a date that closes as always.</returns>
    public LocalTime? EarlyCloseOn(LocalDate date) => _earlyCloses.TryGetValue(date, out var close) ? close : null;

    /// <summary>The nearest business date before (−1) or after (1) a date.</summary>
    /// <returns>Null when there is none within <see cref="LongestSearch"/> dates.</returns>
    public LocalDate? Nearest(LocalDate date, int direction)
    {
        for (var step = 1; step <= LongestSearch; step++)
        {
            var candidate = date.PlusDays(step * direction);
            if (IsBusinessDate(candidate))
                return candidate;
        }

        return null;
    }
}
