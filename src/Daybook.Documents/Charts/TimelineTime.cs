using System.Globalization;

namespace Daybook.Documents;

/// <summary>Times of a timeline, which are values of a chart like others: seconds of wall time since the start of 1970.</summary>
public static class TimelineTime
{
    private const double SecondsOfDay = 86_400;

    public static double Of(DateTime wallTime) => (wallTime - DateTime.UnixEpoch).TotalSeconds;

    /// <param name="withTime">False where all times of a chart are whole days.</param>
    public static string Text(double seconds, bool withTime) =>
        TimeOf(seconds).ToString(withTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentOutOfRangeException">The value is no time of the years 1 to 9999.</exception>
    public static DateTime TimeOf(double seconds) => DateTime.UnixEpoch.AddSeconds(seconds);

    /// <summary>True when the value is a time of the years 1 to 9999.</summary>
    public static bool IsTime(double seconds) =>
        seconds >= (DateTime.MinValue - DateTime.UnixEpoch).TotalSeconds && seconds < (DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds;

    public static bool AreDays(IEnumerable<double> values) => values.All(value => value % SecondsOfDay == 0);
}
