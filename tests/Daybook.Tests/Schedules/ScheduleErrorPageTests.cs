using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Daybook.Calendars;
using Daybook.Calendars.Ics;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Tests.BothDatabases.Schedules;
using Daybook.Tests.Commands;
using NodaTime;

namespace Daybook.Tests.Schedules;

/// <summary>What <c>docs/reference/errors.md</c> shows of schedules and ICS files is what the program says of them.</summary>
public sealed partial class ScheduleErrorPageTests
{
    private const string Page = "../../../../docs/reference/errors.md";

    private static readonly LocalDate Around = new(2026, 5, 1);

    private static readonly ImmutableDictionary<string, Func<string>> Files = new Dictionary<string, Func<string>>
    {
        ["10 MB"] = () => new string('x', 10_000_000),
        ["12,000 events"] = () => Calendar(Repeat(12_000, "DTSTART;VALUE=DATE:20260514")),
        ["1,100 series"] = () => Calendar(Repeat(1_100, "DTSTART;VALUE=DATE:20260514\r\nRRULE:FREQ=YEARLY")),
        ["40 years of single dates"] = () => Calendar(Repeat(40, "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY")),
        ["cut off in the middle"] = () => Calendar(Repeat(1, "DTSTART;VALUE=DATE:20260514"))[..^30],
        ["components without end"] = () => string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\r\n", 1000)),
        ["no calendar"] = () => "<!DOCTYPE html>",
        ["one series without end"] = () => Calendar(Repeat(1, "DTSTART;VALUE=DATE:20260514\r\nRRULE:FREQ=DAILY;COUNT=999999999")),
        ["hours and seconds as dates"] = () => Calendar(Repeat(1, "DTSTART;VALUE=DATE:20260514\r\nRRULE:FREQ=SECONDLY")),
        ["day 31 of February"] = () => Calendar(Repeat(1, "DTSTART;VALUE=DATE:20260231")),
        ["one event of a thousand years"] = () => Calendar(Repeat(1, "DTSTART;VALUE=DATE:20260514\r\nDTEND;VALUE=DATE:30260514")),
        ["zone that nobody knows"] = () => Calendar(Repeat(1, "DTSTART;TZID=Nowhere/Land:20260601T090000")),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    [Fact]
    public void Every_message_of_the_page_is_what_the_program_says() =>
        Golden.Matches(Row().Replace(Repository.Read("docs/reference/errors.md"), row => $"| {row.Groups["input"].Value} | `{Said(row.Groups["input"].Value)}` |"), Page);

    [Fact]
    public void Every_file_has_its_row() =>
        Assert.Equal(Files.Keys.Order(StringComparer.Ordinal), Row().Matches(Repository.Read("docs/reference/errors.md")).Select(row => row.Groups["input"].Value).Where(input => input[0] != '`').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(ScheduleFlag.ZoneUnknown)]
    [InlineData(ScheduleFlag.CalendarUnknown)]
    [InlineData(ScheduleFlag.OwnerLeft)]
    [InlineData(ScheduleFlag.TemplateInactive)]
    [InlineData(ScheduleFlag.Unreadable)]
    public void Every_flag_is_told_as_the_page_shows(string flag)
    {
        var rule = ScheduleText.Definition("""{"frequency": "daily", "time": "18:00", "timezone": "UTC"}""") with { Zone = "Asia/Dakha", Calendar = "office" };
        Assert.Equal(ErrorPage.Messages[flag], FlagWords.Of(flag, rule, OtherTimeZones.Exchanged("Asia/Dhaka", "Asia/Tokyo")));
    }

    private static string Said(string input) => string.Join("` `", (input[0] == '`' ? Schedule(input.Trim('`')) : File(Files[input]())).Select(problem => problem.ToString()));

    private static ImmutableArray<FieldProblem> Schedule(string body) => ScheduleText.Read(body, CalendarCatalog.BuiltIn(Around)).Problems;

    private static ImmutableArray<FieldProblem> File(string text) => IcsReader.Read(Encoding.UTF8.GetBytes(text), IcsOptions.Around(Around, DateTimeZone.Utc), TimeZoneData.Bundled).Problems;

    private static string Calendar(string events) => $"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n";

    private static string Repeat(int count, string fields) => string.Concat(Enumerable.Range(0, count).Select(i => $"BEGIN:VEVENT\r\nUID:{i}\r\nSUMMARY:Party\r\n{fields}\r\nEND:VEVENT\r\n"));

    [GeneratedRegex(@"^\| (?<input>`\{[^`\n]+`|(?!an? |broken)[a-z0-9][^|`\n]*) \| `.*` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
