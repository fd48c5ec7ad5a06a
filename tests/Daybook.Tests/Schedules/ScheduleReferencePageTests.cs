using System.Text;
using System.Text.RegularExpressions;
using Daybook.Calendars;
using Daybook.Calendars.Ics;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Tests.Calendars;
using NodaTime;

namespace Daybook.Tests.Schedules;

/// <summary>The examples of the reference pages are run; a fenced text holds what the example before it gives.</summary>
public sealed partial class ScheduleReferencePageTests
{
    private static readonly LocalDate Around = new(2026, 1, 1);

    [Fact]
    public void Each_schedule_of_the_page_gives_what_the_page_says() => Matches("schedules.md", Schedule);

    [Fact]
    public void Each_calendar_of_the_page_gives_what_the_page_says() => Matches("calendars.md", (language, _, body) => language == "ics" ? Ics(body) : Calendar(body));

    private static void Matches(string page, Func<string, string, string, string> give)
    {
        var text = Repository.Read("docs/reference/" + page);
        Assert.True(Example().Count(text) >= 3);
        var given = Example().Replace(text, example =>
            $"{example.Groups["head"].Value}```text\n{give(example.Groups["language"].Value, example.Groups["from"].Value, example.Groups["body"].Value)}```");
        Golden.Matches(given, "../../../../docs/reference/" + page);
    }

    private static string Schedule(string language, string from, string body)
    {
        var calendars = CalendarCatalog.BuiltIn(Around);
        var read = ScheduleText.Read(body, calendars);
        var text = new StringBuilder();
        foreach (var problem in read.Problems)
            text.Append(problem).Append('\n');
        if (read.Value is not { } schedule)
            return text.ToString();
        var calendar = schedule.Calendar is { } id ? calendars.Find(id) : null;
        text.Append(ScheduleWords.Of(schedule, calendar)).Append('\n');
        foreach (var row in FireTimes.Of(schedule, calendar, TimeZoneData.Bundled).Take(ScheduleText.At(from.Length > 0 ? from : "2026-05-01T00:00:00Z"), 3))
            text.Append(Line(row)).Append('\n');
        return text.ToString();
    }

    private static string Line(PlannedOccurrence row)
    {
        var reason = row.Reason is { } why ? EnumWords<SkipReason>.Of(why) : null;
        var notes = string.Join(", ", AdjustmentWords.Of(row.Adjustments).Where(flag => flag != reason).Concat(row.NominalDate == row.BusinessDate ? [] : [$"from {FieldText.Of(row.NominalDate)}"]));
        return (row.DueAt is { } due
            ? $"{FieldText.Of(row.BusinessDate)}  {WallTime.Of(due, row.Offset).Replace('T', ' ')}  {FieldText.Of(due)}  {notes}"
            : $"{FieldText.Of(row.BusinessDate)}  no run: {reason}  {notes}").TrimEnd();
    }

    private static string Calendar(string body) => Days(BusinessCalendar.Of(SampleCalendars.Read(body), 2026, 2027));

    private static string Ics(string body)
    {
        var options = IcsOptions.Around(Around, DateTimeZone.Utc);
        var read = IcsReader.Read(Encoding.UTF8.GetBytes(body), options, TimeZoneData.Bundled);
        var preview = CalendarImport.Preview(new CalendarDefinition("company", read.Value!.Name!, "1"), read.Value, "file", options.First);
        return Days(BusinessCalendar.Of(preview.Result, 2026, 2027));
    }

    private static string Days(BusinessCalendar calendar)
    {
        var text = new StringBuilder();
        foreach (var (date, name) in calendar.Holidays.Where(holiday => !calendar.Definition.IsWeekend(holiday.Key)))
            text.Append($"{FieldText.Of(date)}  {name}\n");
        foreach (var date in calendar.Definition.WorkingDays)
            text.Append($"{FieldText.Of(date)}  working day\n");
        foreach (var (date, close) in calendar.EarlyCloses)
            text.Append($"{FieldText.Of(date)}  closes at {FieldText.Short(close)}\n");
        return text.ToString();
    }

    [GeneratedRegex(@"(?<head>^```(?<language>json|ics)(?: from=(?<from>\S+))?\n(?<body>[^`]*?)^```\n)```text\n[^`]*?```", RegexOptions.Multiline)]
    private static partial Regex Example();
}
