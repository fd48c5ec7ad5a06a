using System.Diagnostics;
using System.Globalization;
using Daybook.Calendars;
using Daybook.Schedules;
using Daybook.Schedules.Reading;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Benchmarks;

/// <summary><c>plan N</c>: plans the rows of N schedules from one instant, 35 days or three occurrences each, on one thread.</summary>
internal static class SchedulePlanning
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);

    /// <summary>Twenty kinds, in about the shares of a server: mostly daily and on business days, some with rarer rules.</summary>
    private static readonly string[] Kinds =
    [
        .. Enumerable.Repeat("""{"rule": {"type": "daily"}, "times": ["18:00"]}""", 5),
        .. Enumerable.Repeat("""{"rule": {"type": "daily"}, "times": ["18:00"], "calendar": "nyse", "early_close": "follow", "after_close_minutes": 30}""", 4),
        .. Enumerable.Repeat("""{"rule": {"type": "weekly", "days": ["MO", "TU", "WE", "TH", "FR"]}, "times": ["17:30"]}""", 3),
        .. Enumerable.Repeat("""{"rule": {"type": "weekly", "days": ["MO"]}, "times": ["09:00"]}""", 2),
        """{"rule": {"type": "daily"}, "times": ["06:00", "14:00", "22:00"]}""",
        """{"rule": {"type": "daily"}, "times": ["18:00"], "calendar": "uk", "on_holiday": "previous"}""",
        """{"rule": {"type": "monthly", "on": "last_business_day"}, "times": ["18:00"], "calendar": "target"}""",
        """{"rule": {"type": "monthly", "day": 31}, "times": ["18:00"]}""",
        """{"rule": {"type": "cron", "expr": "0 18 * * MON-FRI"}}""",
        """{"rule": {"type": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=-1FR", "dtstart": "2026-01-01"}, "times": ["17:00"]}""",
    ];

    private static readonly string[] Zones =
    [
        "America/New_York", "Europe/London", "Asia/Kolkata", "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Australia/Sydney", "UTC", "Europe/Dublin", "America/Santiago",
        "Africa/Casablanca", "Asia/Shanghai", "America/Sao_Paulo",
    ];

    public static int Run(int count)
    {
        var calendars = CalendarCatalog.BuiltIn(Now.InUtc().Date);
        var schedules = Enumerable.Range(0, count).Select(number => Definition(number, calendars)).ToList();
        for (var run = 0; run < 5; run++)
        {
            var (rows, allocated, watch, processor) = (0L, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew(), Processor());
            for (var number = 0; number < schedules.Count; number++)
            {
                var schedule = schedules[number];
                var times = FireTimes.Of(schedule, schedule.Calendar is { } id ? calendars.Find(id) : null, TimeZoneData.Bundled, $"schedule-{number}");
                rows += times.Plan(Now).Length;
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"schedules":{{count}},"rows":{{rows}},"seconds":{{watch.Elapsed.TotalSeconds:F2}},"cpu_seconds":{{(Processor() - processor).TotalSeconds:F2}},"allocated_mb":{{(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:F0}}}"""));
        }

        return 0;
    }

    /// <summary>Time of all threads, which a busy machine does not change.</summary>
    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static ScheduleDefinition Definition(int number, CalendarCatalog calendars)
    {
        var body = Kinds[number % Kinds.Length][..^1] + $$""", "zone": "{{Zones[number % Zones.Length]}}"}""";
        using var json = System.Text.Json.JsonDocument.Parse(body);
        var read = ScheduleReader.Read(json.RootElement, new ReadingContext(TimeZoneData.Bundled, calendars, Now));
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
