using System.Globalization;
using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Cron;
using Daybook.Schedules.Rules;
using Daybook.Schedules.TimeZones;
using NodaTime;
using NodaTime.Text;

namespace Daybook.SystemTests.Schedules;

/// <summary>Cron expressions against a program that shares no code with ours: Python's <c>croniter</c>.</summary>
public sealed class RecomputedCronTests
{
    private const int Most = 40;

    private static readonly LocalDateTime Until = new(2034, 1, 1, 0, 0);

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    [Fact]
    public async Task Cron_expressions_give_the_times_of_croniter()
    {
        var random = new Random(20260504);
        var cases = Enumerable.Range(0, 300).Select(_ => (Cron: AnyExpression(random), From: new LocalDateTime(2026, 1, 1, 0, 0).PlusHours(random.Next(24 * 800)))).ToList();
        using var answer = await PythonProgram.AskAsync("recompute.py", [], ["croniter", "dateutil"], new
        {
            crons = cases.Select(item => new { expression = item.Cron.Theirs, from = Text(item.From), most = Most, until = Text(Until) }),
        });
        var expected = answer.RootElement.GetProperty("crons").EnumerateArray().ToList();
        var compared = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var theirs = expected[i].EnumerateArray().Select(time => time.GetString()).ToList();
            var ours = Ours(cases[i].Cron.Ours, cases[i].From);
            Assert.True(theirs.SequenceEqual(ours), $"'{cases[i].Cron.Ours}' from {Text(cases[i].From)}: croniter gives {expected[i]}, and we {JsonSerializer.Serialize(ours)}");
            compared += theirs.Count;
        }

        Assert.True(compared > 6000, $"only {compared} times were compared");
    }

    private static List<string> Ours(string expression, LocalDateTime from)
    {
        var problems = new FieldProblems();
        var cron = CronParser.Parse(expression, "", problems);
        Assert.True(cron is not null, $"{expression}: {string.Join("; ", problems.ToImmutable())}");
        var times = FireTimes.Of(new ScheduleDefinition(new CronRule(cron), "UTC"), null, TimeZoneData.Bundled);
        return [.. times.Take(from.InUtc().ToInstant(), Most).Select(row => row.At.InUtc().LocalDateTime).Where(at => at < Until).Select(Text)];
    }

    /// <summary>One expression in both spellings: croniter wants seconds last, and the last weekday as <c>L5</c>.</summary>
    private static (string Ours, string Theirs) AnyExpression(Random random)
    {
        var seconds = random.Next(6) == 0 ? Field(random, 0, 59, null) : null;
        var (minute, hour) = (Field(random, 0, 59, null), random.Next(8) == 0 ? "*" : Field(random, 0, 23, null));

        // With days above 28 croniter leaves out the first of March.
        var day = random.Next(3) switch { 0 => random.Next(4) == 0 ? "L" : Field(random, 1, 28, null), _ => "*" };
        var month = random.Next(3) == 0 ? Field(random, 1, 12, Months) : "*";
        var (weekday, theirWeekday) = ("*", "*");
        if (random.Next(2) == 0)
        {
            var (which, field) = (random.Next(7), Field(random, 0, 6, Weekdays));

            // Beside a day of the month croniter reads numbered weekdays as a limit; here, as everywhere, either of the two is enough.
            (weekday, theirWeekday) = random.Next(4) switch
            {
                0 when day == "*" => ($"{Weekdays[which]}#{(which % 4) + 1}", $"{which}#{(which % 4) + 1}"),
                1 when day == "*" => ($"{which}L", $"L{which}"),
                _ => (field, field),
            };
        }

        var (ours, theirs) = ($"{minute} {hour} {day} {month} {weekday}", $"{minute} {hour} {day} {month} {theirWeekday}");
        return seconds is null ? (ours, theirs) : ($"{seconds} {ours}", $"{theirs} {seconds}");
    }

    /// <summary>A value, a list, a range or a step.</summary>
    private static string Field(Random random, int min, int max, string[]? names)
    {
        var (first, second) = (random.Next(min, max + 1), random.Next(min, max + 1));
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));

        // croniter takes a range of all values for a star, which changes what it means beside a day of the month; here, as in cron, only a star is one.
        var isPart = high > low && high - low < max - min;
        return random.Next(5) switch
        {
            0 => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(min, max + 1)).Distinct()),
            1 when isPart => $"{Value(low)}-{Value(high)}",
            2 when isPart => $"{Value(low)}-{Value(high)}/{random.Next(1, 4)}",
            3 => $"{min}-{max}/{random.Next(2, Math.Max(3, (max - min) / 2))}",
            _ => Value(first),
        };

        string Value(int number) => names is not null && random.Next(2) == 0 ? names[number - min] : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(LocalDateTime time) => LocalDateTimePattern.GeneralIso.Format(time);
}
