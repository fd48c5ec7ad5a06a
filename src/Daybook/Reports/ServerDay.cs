using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Reports;

/// <summary>The business day of a request, completed by the server's settings.</summary>
internal static class ServerDay
{
    private static readonly LocalTimePattern Close = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="date">Null takes the day that it is in the zone.</param>
    /// <param name="zone">Null takes the server's.</param>
    /// <param name="close">As <c>HH:mm</c>; null takes the server's.</param>
    /// <exception cref="ProblemException">The zone or the time is wrong.</exception>
    public static ReportPeriod Of(DateOnly? date, string? zone, string? close, ReportsOptions options, TimeProvider clock)
    {
        var check = new RequestCheck();
        var timeZone = TimeZoneData.InUse.Provider.GetZoneOrNull(zone ?? options.Zone);
        check.Refuse(timeZone is null, "timezone", $"'{zone}' is no IANA time zone", "unknown_zone");
        var wanted = close ?? (options.Close.Length > 0 ? options.Close : null);
        var time = wanted is null ? null : Close.Parse(wanted);
        check.Refuse(time is { Success: false }, "close", "must be a time such as 18:00", "wrong_time");
        check.Refuse(date is { Year: < 1970 or > 9000 }, "report_date", "is too far away", "out_of_range");
        check.ThrowIfRefused();
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(timeZone!).Date.ToDateOnly();
        return BusinessPeriods.Of(date ?? today, time is null ? null : time.Value, timeZone!);
    }
}
