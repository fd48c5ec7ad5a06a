using System.Collections.Immutable;
using Daybook.Input;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>Compares two versions of a calendar date by date, over the years they are expanded for.</summary>
internal static class CalendarDifference
{
    public static ImmutableArray<CalendarChange> Between(BusinessCalendar before, BusinessCalendar after)
    {
        var changes = ImmutableArray.CreateBuilder<CalendarChange>();
        for (var date = LocalDate.Max(before.FirstDate, after.FirstDate); date <= LocalDate.Min(before.LastDate, after.LastDate); date = date.PlusDays(1))
        {
            var (was, now) = (Words(before, date), Words(after, date));
            if (was != now)
                changes.Add(new CalendarChange(date, was, now));
        }

        return changes.ToImmutable();
    }

    private static string Words(BusinessCalendar calendar, LocalDate date)
    {
        if (calendar.Holidays.TryGetValue(date, out var name))
            return $"holiday ({name})";
        if (!calendar.IsBusinessDate(date))
            return "weekend";
        if (calendar.EarlyCloseOn(date) is { } early)
            return "closes at " + FieldText.Short(early);
        return calendar.Definition.IsWeekend(date) ? "working day" : calendar.Close is { } close ? "business day, closes at " + FieldText.Short(close) : "business day";
    }
}
