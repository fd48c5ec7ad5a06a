using System.Text;
using Daybook.Calendars;
using Daybook.Calendars.Ics;
using Daybook.Input;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.Calendars;

public sealed class IcsReaderTests
{
    private static readonly IcsOptions Options = IcsOptions.Around(new LocalDate(2026, 1, 1), DateTimeZoneProviders.Tzdb["America/New_York"]);

    private static readonly CalendarDefinition Empty = new("feed", "Feed", "1");

    [Fact]
    public void An_all_day_event_covers_its_dates_up_to_but_excluding_its_end() =>
        Assert.Equal("2026-12-24 Break, 2026-12-25 Break", Holidays("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226\nSUMMARY:Break"));

    [Fact]
    public void An_event_without_end_is_one_date_and_one_with_a_duration_is_as_long() =>
        Assert.Equal("2026-05-01 May, 2026-06-01 June, 2026-06-02 June", Holidays("DTSTART:20260501\nSUMMARY:May", "DTSTART:20260601\nDURATION:P2D\nSUMMARY:June"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_byte_order_mark_folded_lines_and_escapes_are_taken(string newline)
    {
        var file = "\uFEFF" + Calendar("DTSTART;VALUE=DATE:20260501\nSUMMARY:Workers\\, and\\n\n  others\\; all").Replace("\n", newline, StringComparison.Ordinal);
        Assert.Equal("2026-05-01 Workers, and  others; all", Text(Read(file)));
    }

    [Fact]
    public void A_series_loses_its_exceptions_and_gains_its_additions() => Assert.Equal(
        "2025-12-25 C, 2026-12-27 C, 2027-12-25 C, 2028-05-05 C",
        Holidays("DTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;UNTIL=20271231\nEXDATE;VALUE=DATE:20261225\nRDATE;VALUE=DATE:20261227,20280505\nSUMMARY:C"));

    [Fact]
    public void A_moved_date_of_a_series_takes_the_place_of_its_own() => Assert.Equal(
        "2025-12-25 C, 2026-12-28 C moved",
        Holidays(
            "UID:a\nDTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:C",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20261225\nDTSTART;VALUE=DATE:20261228\nSUMMARY:C moved"));

    [Fact]
    public void A_cancelled_date_of_a_series_is_gone() => Assert.Equal(
        "2025-12-25 C",
        Holidays(
            "UID:a\nDTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:C",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20261225\nDTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED"));

    [Theory]
    [InlineData(1, 2, "2026-05-02 new")]
    [InlineData(2, 1, "2026-05-01 old")]
    public void Of_two_revisions_the_highest_sequence_wins(int first, int second, string expected) => Assert.Equal(
        expected, Holidays($"UID:a\nSEQUENCE:{first}\nDTSTART:20260501\nSUMMARY:old", $"UID:a\nSEQUENCE:{second}\nDTSTART:20260502\nSUMMARY:new"));

    [Fact]
    public void Cancelled_transparent_and_timed_events_are_no_holidays_and_are_counted()
    {
        var read = Read(Calendar("DTSTART:20260501\nSTATUS:CANCELLED", "DTSTART:20260502\nTRANSP:TRANSPARENT", "DTSTART:20260503T100000Z"));
        Assert.Empty(read.Value!.Holidays);
        Assert.Equal((1, 1), (read.Value.IgnoredTimed, read.Value.IgnoredTransparent));
    }

    [Fact]
    public void Timed_events_close_early_at_their_start_in_the_zone_of_the_calendar_when_asked()
    {
        var read = IcsReader.Read(
            Encoding.UTF8.GetBytes(Calendar(
                "DTSTART:20261127T180000Z\nSUMMARY:utc", "DTSTART;TZID=Europe/London:20261224T180000\nSUMMARY:london",
                "DTSTART:20261231T120000\nSUMMARY:floating", "DTSTART;TZID=Custom/Zone:20261230T120000\nSUMMARY:unknown")),
            Options with { TimedEventsCloseEarly = true }, TimeZoneData.Bundled);
        Assert.Equal(
            "2026-11-27 13:00, 2026-12-24 13:00, 2026-12-30 12:00, 2026-12-31 12:00",
            string.Join(", ", read.Value!.EarlyCloses.Select(close => $"{FieldText.Of(close.Key)} {FieldText.Short(close.Value)}")));
        Assert.Contains("'Custom/Zone' is unknown", Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/London", "13:00")]
    [InlineData("GMT Standard Time", "13:00")]
    [InlineData("/freeassociation.sourceforge.net/Europe/London", "13:00")]
    [InlineData("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "17:00")]
    [InlineData("EST", "18:00")]
    public void A_zone_is_known_by_the_names_that_programs_give_it_and_an_abbreviation_means_nothing(string id, string close)
    {
        var read = IcsReader.Read(Encoding.UTF8.GetBytes(Calendar($"DTSTART;TZID={id}:20260702T180000\nSUMMARY:half")), Options with { TimedEventsCloseEarly = true }, TimeZoneData.Bundled);
        Assert.Equal(close, FieldText.Short(Assert.Single(read.Value!.EarlyCloses).Value));
        Assert.Equal(id == "EST", read.Warnings.Any());
    }

    [Theory]
    [InlineData("hello", "no ICS calendar")]
    [InlineData("", "no ICS calendar")]
    [InlineData("{\"id\": 1}", "no ICS calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\n", "cut off")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "has no BEGIN")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n", "inside each other")]
    public void A_file_that_is_no_whole_calendar_is_refused(string file, string message)
    {
        var read = Read(file);
        Assert.Null(read.Value);
        Assert.Contains(message, Assert.Single(read.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUMMARY:No date", "no DTSTART")]
    [InlineData("DTSTART:20260230\nSUMMARY:x", "no DTSTART")]
    [InlineData("DTSTART:20260501\nRRULE:FREQ=SECONDLY", "RRULE")]
    [InlineData("DTSTART:00010101\nRRULE:FREQ=DAILY", "year 1")]
    [InlineData("DTSTART:20260501\nDTEND:20260401", "ends before it starts")]
    [InlineData("DTSTART:20260501\nDTEND:99991231", "lasts")]
    public void An_event_that_cannot_be_read_is_named_in_a_warning(string body, string message) =>
        Assert.Contains(Read(Calendar(body)).Warnings, warning => warning.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void More_than_five_megabytes_are_refused() => Assert.Contains(
        "the file has 10,000,000 bytes; at most 5,000,000 are read", Assert.Single(IcsReader.Read(new byte[10_000_000], Options, TimeZoneData.Bundled).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void More_dates_than_the_limit_are_refused_however_they_are_written()
    {
        var daily = Enumerable.Range(0, 5).Select(i => $"UID:{i}\nDTSTART:20250101\nRRULE:FREQ=DAILY").ToArray();
        Assert.Contains("10,000 dates", Assert.Single(Read(Calendar(daily)).Errors).Message, StringComparison.Ordinal);
        var rules = Enumerable.Range(0, 1001).Select(i => $"UID:{i}\nDTSTART:20250101\nRRULE:FREQ=DAILY;COUNT=100000;BYMONTH=2;BYMONTHDAY=30").ToArray();
        Assert.Contains("1,000 events recur", Assert.Single(Read(Calendar(rules)).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_shows_what_is_added_removed_and_changed_and_a_second_one_changes_nothing()
    {
        var first = CalendarImport.Preview(Empty, Read(Calendar("DTSTART:20260501\nSUMMARY:May", "DTSTART:20260601\nSUMMARY:June")).Value!, "feed", Options.First);
        Assert.Equal(["2026-05-01", "2026-06-01"], first.Added.Select(change => FieldText.Of(change.Date)));
        Assert.NotEqual(Empty.Version, first.Result.Version);

        var file = Read(Calendar("DTSTART:20260501\nSUMMARY:Labour Day", "DTSTART:20260701\nSUMMARY:July")).Value!;
        var second = CalendarImport.Preview(first.Result, file, "feed", Options.First);
        Assert.Equal(new CalendarChange(new LocalDate(2026, 5, 1), "May", "Labour Day"), Assert.Single(second.Changed));
        Assert.Equal("2026-06-01", FieldText.Of(Assert.Single(second.Removed).Date));
        Assert.Equal("2026-07-01", FieldText.Of(Assert.Single(second.Added).Date));

        var again = CalendarImport.Preview(second.Result, file, "feed", Options.First);
        Assert.Empty(again.Changes);
        Assert.Same(second.Result, again.Result);
    }

    [Fact]
    public void An_import_leaves_other_sources_and_the_past_alone()
    {
        var calendar = Empty with { Holidays = SampleCalendars.Read("""{"id": "x", "holidays": ["2026-01-01"]}""").Holidays };
        var past = CalendarImport.Preview(calendar, Read(Calendar("DTSTART:20250501\nSUMMARY:Past")).Value!, "feed", Options.First).Result;
        var later = CalendarImport.Preview(past, IcsCalendar.Empty, "feed", new LocalDate(2026, 1, 1));
        Assert.Empty(later.Changes);
        Assert.Equal(2, later.Result.Holidays.Length);
    }

    private static string Calendar(params string[] events) =>
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Days off\n" + string.Concat(events.Select(body => $"BEGIN:VEVENT\n{body}\nBEGIN:VALARM\nSUMMARY:ring\nEND:VALARM\nEND:VEVENT\n")) + "END:VCALENDAR\n";

    private static Reading<IcsCalendar> Read(string file) => IcsReader.Read(Encoding.UTF8.GetBytes(file), Options, TimeZoneData.Bundled);

    private static string Holidays(params string[] events)
    {
        var read = Read(Calendar(events));
        Assert.Empty(read.Problems);
        return Text(read);
    }

    private static string Text(Reading<IcsCalendar> read) => string.Join(", ", read.Value!.Holidays.Select(day => $"{FieldText.Of(day.Key)} {day.Value}"));
}
