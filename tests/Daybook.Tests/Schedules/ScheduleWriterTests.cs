using System.Collections;
using System.Reflection;
using CsCheck;
using Daybook.Calendars;
using Daybook.Calendars.BuiltIn;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Writing;
using Daybook.Tests.Calendars;

namespace Daybook.Tests.Schedules;

/// <summary>What is written reads back as the same schedule, field by field, and is written the same again.</summary>
public sealed class ScheduleWriterTests
{
    private static readonly Gen<string> Rule = Gen.OneOf<string>(
        """{"type":"daily"}""",
        """{"type":"daily","every":3},"start_date":"2026-01-05" """,
        """{"type":"weekly","days":["SU","MO","WE"]}""",
        """{"weekly":{"days":["FR"],"every":2}},"start_date":"2026-01-07" """,
        """{"type":"monthly","day":31},"start_date":"2026-02-01" """,
        """{"type":"monthly","on":"last"}""",
        """{"type":"monthly","on":"last_business_day"}""",
        """{"type":"monthly","n":-3}""",
        """{"type":"monthly","nth":5,"weekday":"TU"}""",
        """{"type":"yearly","month":2,"day":29}""",
        """{"type":"yearly","month":11,"nth":-1,"weekday":"thursday"}""",
        """{"type":"rrule","rrule":"FREQ=MONTHLY;BYDAY=-1FR","dtstart":"2026-01-30T17:30:00","exdate":["2026-03-27"],"rdate":["2026-04-02","2026-04-01"]}""");

    private static readonly Gen<string> OwnTimes = Gen.OneOf<string>(
        """{"type":"cron","expr":"@daily"}""",
        """{"type":"cron","expr":"15 30 17 * * FRI"}""",
        """{"type":"cron","expr":"0 22-2/2 * * *"}""",
        """{"type":"cron","expr":"@every 1h30m"}""",
        """{"type":"rrule","rrule":"FREQ=DAILY;BYHOUR=9,17;UNTIL=20270101T000000Z","dtstart":"2026-01-01T08:45:10"}""",
        """{"type":"interval","every":"PT36H","anchor":"2026-01-01T00:30:00Z"}""",
        """{"type":"interval","every":"PT1H30M15S","window":"22:00-06:30:15"}""");

    private static readonly Gen<string> Zone = Gen.OneOf<string>("UTC", "America/New_York", "Asia/Calcutta", "Pacific/Chatham");

    private static readonly Gen<string> Common = Join(
        Word<GapPolicy>("gap"), Word<OverlapPolicy>("overlap"), Word<ReportDate>("report_date"), Word<Misfire>("misfire"), Word<Concurrency>("concurrency"),
        Maybe("end_date", "\"2031-12-31\""), Maybe("start_deadline", "\"PT6H\"", "\"PT90M\"", "\"PT5M0.25S\""),
        Maybe("catch_up_cap", "1", "366"), Maybe("prepare_lead", "\"PT20M\"", "\"PT0S\""), Maybe("jitter_max", "\"PT75S\""), Maybe("min_spacing", "\"PT1S\"", "\"PT4M\""),
        Maybe("period", "\"local_day\"", "\"rolling:P1DT2H\"", "\"shift:late é\\\"\"", "\"since_previous\""), Gen.Const(""" "shifts":{"late é\"":"22:00-06:00"} """));

    private static readonly Gen<string> Dated = Join(
        Rule.Select(rule => "\"rule\":" + rule), Maybe("month_end", "\"skip\"", "\"clamp\""),
        Gen.OneOf<string>("\"times\":[\"18:00\",\"09:00:30\"]", "\"time\":\"00:00\"", "\"times\":[\"07:15\"]"),
        Gen.OneOf<string>("", "\"calendar\":\"c-ny\"", "\"calendar\":\"c-ny\",\"on_holiday\":\"next\",\"early_close\":\"follow\",\"after_close_minutes\":30", "\"on_holiday\":\"run\""));

    private static readonly Gen<string> Elapsed = Join(OwnTimes.Select(rule => "\"rule\":" + rule), Gen.OneOf<string>("", "\"calendar\":\"c-ny\"", "\"calendar\":\"c-ny\",\"on_holiday\":\"run\""));

    private static readonly CalendarCatalog Calendars = SampleCalendars.Catalog(new NodaTime.LocalDate(2026, 1, 1)).With(BuiltInCalendars.Find("nyse")!);

    public static TheoryData<int> Numbers => [.. WorkedCase.All.Select(worked => worked.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_worked_case_is_read_back_as_it_was(int number) => ReadsBack(WorkedCase.All[number - 1].Schedule);

    [Fact]
    public void Every_combination_of_fields_is_read_back_as_it_was() =>
        Join(Gen.OneOf(Dated, Elapsed), Common, Zone.Select(zone => $"\"zone\":\"{zone}\"")).Select(fields => $"{{{fields}}}").Always(ReadsBack, iter: 1500);

    [Fact]
    public void The_close_of_business_is_read_back_as_it_was()
    {
        ReadsBack("""{"rule":{"type":"daily"},"times":["close","09:00"],"after_close_minutes":30,"zone":"America/New_York","calendar":"nyse"}""");
        ReadsBack("""{"rule":{"type":"daily"},"times":["close"],"early_close":"ignore","zone":"America/New_York","calendar":"nyse"}""");
    }

    [Theory]
    [InlineData("""{"frequency":"daily","time":"18:00"}""", """{"rule":{"type":"daily"},"times":["18:00"],"zone":"UTC"}""")]
    [InlineData("""{"frequency":"weekly","time":"09:00","timezone":"Europe/Paris"}""", """{"rule":{"type":"weekly","days":["MO"]},"times":["09:00"],"zone":"Europe/Paris"}""")]
    [InlineData("""{"frequency":"monthly","time":"09:00","day_of_month":"last"}""", """{"rule":{"type":"monthly","on":"day","day":-1},"times":["09:00"],"zone":"UTC"}""")]
    [InlineData("""{"rule":{"type":"interval","every":"PT24H"},"zone":"UTC"}""", """{"rule":{"type":"interval","every":"PT24H","anchor":"1970-01-01T00:00:00Z"},"zone":"UTC"}""")]
    public void What_has_its_default_is_left_out(string given, string written) => Assert.Equal(written, ScheduleWriter.Text(Read(given)));

    private static void ReadsBack(string json)
    {
        var schedule = Read(json);
        var written = ScheduleWriter.Text(schedule);
        var again = Read(written);
        Assert.Equal(Shape(schedule), Shape(again));
        Assert.Equal(written, ScheduleWriter.Text(again));
    }

    private static ScheduleDefinition Read(string json)
    {
        var read = ScheduleText.Read(json, Calendars);
        Assert.True(read.Value is not null, json + "\n" + string.Join('\n', read.Problems));
        return read.Value!;
    }

    /// <summary>A value with everything in it, lists by their items.</summary>
    private static string Shape(object? value) => value switch
    {
        null => "null",
        string text => text,
        NodaTime.LocalDate or NodaTime.LocalTime or NodaTime.Instant or NodaTime.Duration or Enum or bool or int or ulong or uint => $"{value}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Shape))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => $"{property.Name}={Shape(property.GetValue(value))}"))})",
    };

    private static Gen<string> Join(params Gen<string>[] parts) =>
        parts.Aggregate((left, right) => Gen.Select(left, right, (before, after) => before.Length > 0 && after.Length > 0 ? $"{before},{after}" : before + after));

    private static Gen<string> Maybe(string name, params string[] values) => Gen.OneOf<string>(["", .. values.Select(value => $"\"{name}\":{value}")]);

    private static Gen<string> Word<T>(string name)
        where T : struct, Enum => Maybe(name, [.. EnumWords<T>.All.Select(word => $"\"{word}\"")]);
}
