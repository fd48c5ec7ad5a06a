using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>What the defaults of parameters can name beside other parameters.</summary>
internal static class ParameterContext
{
    public const string ReportDate = "report_date";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ssK";

    public static readonly ImmutableArray<string> Names = [ReportDate, "business_date", "period_start", "period_end", "zone", "current_date", "current_time"];

    /// <summary>The values of <see cref="Names"/>; <c>current_date</c> and <c>current_time</c> only where the time is known.</summary>
    /// <param name="now">The time the report is made, in the report's zone; null when it does not matter.</param>
    public static Dictionary<string, JsonElement> Values(ReportPeriod period, DateTimeOffset? now)
    {
        var date = JsonValues.Text(period.BusinessDate.ToString(ParameterCheck.DateFormat, CultureInfo.InvariantCulture));
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            [ReportDate] = date,
            ["business_date"] = date,
            ["period_start"] = JsonValues.Text(period.Start.ToString(TimeFormat, CultureInfo.InvariantCulture)),
            ["period_end"] = JsonValues.Text(period.End.ToString(TimeFormat, CultureInfo.InvariantCulture)),
            ["zone"] = JsonValues.Text(period.Zone),
        };
        if (now is { } time)
        {
            values["current_date"] = JsonValues.Text(time.ToString(ParameterCheck.DateFormat, CultureInfo.InvariantCulture));
            values["current_time"] = JsonValues.Text(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        }

        return values;
    }
}
