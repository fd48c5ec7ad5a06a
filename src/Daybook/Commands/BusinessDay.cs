using System.Globalization;
using Daybook.Composition;
using Daybook.Reports;
using Daybook.Schedules.TimeZones;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Commands;

/// <summary>Reads the options that say which business day a report is about.</summary>
internal static class BusinessDay
{
    private static readonly LocalTimePattern Close = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="date">Null takes the day that <paramref name="now"/> falls on in the zone.</param>
    /// <param name="close"><c>HH:mm</c>; null is midnight at the end of the day.</param>
    public static ReportPeriod Read(string? date, string zone, string? close, DateTimeOffset now)
    {
        var timeZone = Zone(zone);
        return BusinessPeriods.Of(date is null ? Today(timeZone, now) : Date(date), close is null ? null : Time(close), timeZone);
    }

    public static DateTimeZone Zone(string zone)
    {
        var choice = ZoneNames.Find(zone, TimeZoneData.Bundled);
        return choice.Zone ?? throw new CommandFailure(ExitCode.Usage, $"--zone: {choice.Message}; {choice.Advice}");
    }

    private static DateOnly Today(DateTimeZone zone, DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(zone).Date.ToDateOnly();

    private static DateOnly Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new CommandFailure(ExitCode.Usage, $"--date: '{date}' is not a date; write it as 2026-05-04");

    private static LocalTime Time(string close) => Close.Parse(close) is { Success: true, Value: var value }
        ? value
        : throw new CommandFailure(ExitCode.Usage, $"--close: '{close}' is not a time of day; write it as 18:00");
}
