using Daybook.Calendars;
using Daybook.Calendars.BuiltIn;

namespace Daybook.Tests.Calendars;

public sealed class CalendarWriterTests
{
    [Fact]
    public void A_built_in_calendar_is_read_back_as_it_was() => Assert.All(BuiltInCalendars.All, ReadsBack);

    [Fact]
    public void Every_field_is_read_back_as_it_was() => ReadsBack(SampleCalendars.Read(
        """
        {"id": "all", "name": "All “fields”", "version": "7", "zone": "Asia/Riyadh", "weekend": ["FR", "SA"], "weekend_changes": [{"from": "2026-07-01", "days": []}],
         "holidays": ["2026-03-19", {"name": "Nauruz", "fixed": "03-21", "observed": "next_monday", "from_year": 2020, "to_year": 2030}, {"easter": 1, "church": "orthodox"},
          {"month": 11, "nth": 4, "weekday": "TH", "plus_days": 1, "source": "https://example.org/a.ics"}],
         "working_days": ["2026-03-28"], "close": "17:30:30", "early_closes": [{"fixed": "12-24", "time": "13:00"}, {"date": "2026-05-01", "time": "12:30"}]}
        """));

    private static void ReadsBack(CalendarDefinition calendar)
    {
        var written = CalendarWriter.Text(calendar);
        var again = SampleCalendars.Read(written);
        Assert.Equal(written, CalendarWriter.Text(again));
        var (before, after) = (BusinessCalendar.Of(calendar, 2015, 2035), BusinessCalendar.Of(again, 2015, 2035));
        Assert.Equal(before.Holidays, after.Holidays);
        Assert.Equal(before.EarlyCloses, after.EarlyCloses);
        Assert.Equal(calendar.Holidays, again.Holidays);
        Assert.Equal(calendar.WeekendChanges, again.WeekendChanges);
        Assert.Equal((calendar.Id, calendar.Name, calendar.Version, calendar.Zone, calendar.Weekend, calendar.Close), (again.Id, again.Name, again.Version, again.Zone, again.Weekend, again.Close));
        Assert.Equal(calendar.WorkingDays, again.WorkingDays);
    }
}
