using System.Globalization;
using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Recurrence;
using Daybook.Schedules.Rules;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.SystemTests.Schedules;

/// <summary>Dates and instants against a program that shares no code with ours: Python's <c>dateutil</c> and <c>zoneinfo</c>.</summary>
public sealed class RecomputedScheduleTests
{
    private static readonly Instant From = Instant.FromUtc(2020, 1, 1, 0, 0), To = Instant.FromUtc(2025, 1, 1, 0, 0);

    private static readonly string[] Times = ["00:00:00", "00:30:00", "01:30:00", "02:00:00", "02:15:00", "02:50:00", "03:00:00", "18:00:00", "23:30:00"];

    [Fact]
    public async Task Recurrence_rules_give_the_dates_of_dateutil()
    {
        var random = new Random(20260504);
        var cases = Enumerable.Range(0, 400).Select(_ => (Rule: AnyRule(random), Start: new LocalDate(2020, 1, 1).PlusDays(random.Next(3000)))).ToList();
        using var answer = await Python(new
        {
            rules = cases.Select(item => new { rule = item.Rule, start = FieldText.Of(item.Start), most = 60, until = "2060-01-01" }),
        });
        var expected = answer.RootElement.GetProperty("rules").EnumerateArray().ToList();
        var compared = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var problems = new FieldProblems();
            var rule = RecurrenceParser.Parse(cases[i].Rule, null, "", problems);
            Assert.True(rule is not null, $"{cases[i].Rule}: {string.Join("; ", problems.ToImmutable())}");
            var dates = new RecurrenceDates(rule, cases[i].Start, [], []).Between(cases[i].Start, new LocalDate(2060, 1, 1)).Take(60);
            Assert.True(
                Texts(expected[i]).SequenceEqual(dates.Select(date => FieldText.Of(date.Date))),
                $"{cases[i].Rule} from {FieldText.Of(cases[i].Start)}: dateutil gives {expected[i]}");
            compared += expected[i].GetArrayLength();
        }

        Assert.True(compared > 10_000, $"only {compared} dates were compared");
    }

    [Fact]
    public async Task Wall_times_around_every_change_of_the_clock_fall_on_the_instants_of_zoneinfo()
    {
        var zones = TimeZoneData.Bundled.Canonical.Values.Distinct().Order(StringComparer.Ordinal).Select(id => (Id: id, Changes: Changes(id))).ToList();
        using var answer = await Python(new
        {
            zones = zones.Select(zone => new
            {
                zone = zone.Id,
                changes = zone.Changes.Select(change => new[] { change.Start.ToUnixTimeSeconds(), change.WallOffset.Seconds }),
                dates = Dates(zone.Changes).Select(FieldText.Of),
                times = Times,
            }),
        });
        var expected = answer.RootElement.GetProperty("zones").EnumerateArray().ToList();
        var compared = 0;
        for (var i = 0; i < zones.Count; i++)
        {
            // The machine's data may be older than ours, or newer.
            if (expected[i].ValueKind == JsonValueKind.Null)
                continue;
            var ours = Ours(zones[i].Id, Dates(zones[i].Changes));
            Assert.Equal(expected[i].EnumerateArray().Select(row => (zones[i].Id, row.ToString())), ours.Select(row => (zones[i].Id, row)));
            compared++;
        }

        Assert.True(compared > zones.Count * 9 / 10, $"only {compared} of {zones.Count} zones could be compared");
    }

    /// <summary>For each date and time: first and second pass, end of the gap, and shifted.</summary>
    private static IEnumerable<string> Ours(string zone, IReadOnlyList<LocalDate> dates)
    {
        var columns = new[] { (GapPolicy.End, OverlapPolicy.First), (GapPolicy.End, OverlapPolicy.Second), (GapPolicy.End, OverlapPolicy.First), (GapPolicy.Shift, OverlapPolicy.First) }
            .Select(policy => Instants(zone, dates, policy.Item1, policy.Item2)).ToList();
        return columns[0].Select((_, row) => string.Create(CultureInfo.InvariantCulture, $"[{columns[0][row]}, {columns[1][row]}, {columns[2][row]}, {columns[3][row]}]"));
    }

    private static List<long> Instants(string zone, IReadOnlyList<LocalDate> dates, GapPolicy gap, OverlapPolicy overlap)
    {
        var schedule = new ScheduleDefinition(new DailyRule(1), zone) { Times = [.. Times.Select(time => FieldText.Time(time)!.Value)], Gap = gap, Overlap = overlap, Period = new LocalDay() };
        var times = FireTimes.Of(schedule, null, TimeZoneData.Bundled);
        return [.. dates.SelectMany(date => times.Between(Midnight(date.PlusDays(-2)), Midnight(date.PlusDays(3))).Where(row => row.NominalDate == date)
            .OrderBy(row => row.Slot, StringComparer.Ordinal).Select(row => row.At.ToUnixTimeSeconds()))];
    }

    private static List<NodaTime.TimeZones.ZoneInterval> Changes(string id) => [.. TimeZoneData.Bundled.Find(id)!.GetZoneIntervals(From, To).Skip(1)];

    private static List<LocalDate> Dates(List<NodaTime.TimeZones.ZoneInterval> changes) =>
        [.. changes.Select(change => change.Start.InUtc().Date).SelectMany(date => new[] { date.PlusDays(-1), date, date.PlusDays(1) }).Append(new LocalDate(2024, 6, 15)).Distinct().Order()];

    private static string AnyRule(Random random)
    {
        string[] days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var frequency = random.Next(4);
        var parts = new List<string> { "FREQ=" + new[] { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" }[frequency] };
        if (random.Next(2) == 0)
            parts.Add($"INTERVAL={random.Next(1, frequency == 0 ? 40 : 6)}");
        var hasMonths = random.Next(3) == 0;
        if (hasMonths)
            parts.Add("BYMONTH=" + Some(random, 3, () => $"{random.Next(1, 13)}"));
        var hasMonthDays = frequency != 1 && random.Next(3) == 0;
        if (hasMonthDays)
            parts.Add("BYMONTHDAY=" + Some(random, 4, () => $"{(random.Next(2) == 0 ? random.Next(1, 29) : -random.Next(1, 29))}"));
        var hasDays = random.Next(2) == 0;

        // dateutil fails on numbers that no month has, and reads plain days beside numbered ones as a limit instead of an addition.
        var isNumbered = frequency >= 2 && random.Next(2) == 0;
        if (hasDays)
            parts.Add("BYDAY=" + Some(random, 3, () => (isNumbered ? $"{(random.Next(2) == 0 ? "-" : "")}{random.Next(1, frequency == 3 && !hasMonths ? 20 : 5)}" : "") + days[random.Next(7)]));

        // dateutil counts the positions of a first week from DTSTART on, but those of a first month or year from their start; here weeks do as well.
        if ((hasDays || hasMonthDays) && frequency != 1 && random.Next(4) == 0)
            parts.Add("BYSETPOS=" + Some(random, 2, () => $"{(random.Next(2) == 0 ? "" : "-")}{random.Next(1, 4)}"));
        if (random.Next(3) == 0)
            parts.Add("WKST=" + days[random.Next(7)]);
        if (random.Next(4) == 0)
            parts.Add($"COUNT={random.Next(1, 50)}");
        else
            parts.Add("UNTIL=20591231");
        return string.Join(';', parts);
    }

    private static string Some(Random random, int most, Func<string> value) =>
        string.Join(',', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => value()).Distinct());

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();

    private static Task<JsonDocument> Python(object input) => PythonProgram.AskAsync("recompute.py", [], ["dateutil"], input);
}
