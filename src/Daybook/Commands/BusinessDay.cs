using System.Globalization;
using Daybook.Composition;
using Daybook.Reports;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

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

    public static DateTimeZone Zone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? throw new CommandFailure(
        ExitCode.Usage,
        $"--zone: there is no time zone '{zone}'; write an IANA name such as America/New_York{Near(zone)}");

    private static DateOnly Today(DateTimeZone zone, DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(zone).Date.ToDateOnly();

    private static DateOnly Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new CommandFailure(ExitCode.Usage, $"--date: '{date}' is not a date; write it as 2026-05-04");

    private static LocalTime Time(string close) => Close.Parse(close) is { Success: true, Value: var value }
        ? value
        : throw new CommandFailure(ExitCode.Usage, $"--close: '{close}' is not a time of day; write it as 18:00");

    /// <summary>Zones whose last part is what was typed: <c>New York</c> is <c>America/New_York</c>.</summary>
    private static string Near(string zone)
    {
        var wanted = zone.Split('/')[^1].Replace(' ', '_');
        var near = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct()
            .Where(id => id.Split('/')[^1].Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Take(3).ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?";
    }
}
