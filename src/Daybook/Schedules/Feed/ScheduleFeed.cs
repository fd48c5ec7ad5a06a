using System.Globalization;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Feed;

/// <summary>Due reports as a calendar (RFC 5545), for programs that show one.</summary>
internal static class ScheduleFeed
{
    private const string InstantFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static string Of(IEnumerable<Occurrence> occurrences, IReadOnlyDictionary<ScheduleId, string> names)
    {
        var text = new IcsText().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Daybook//Due reports//EN").Line("CALSCALE", "GREGORIAN").Text("X-WR-CALNAME", "Due reports")
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var occurrence in occurrences)
        {
            text.Line("BEGIN", "VEVENT")
                .Line("UID", $"{occurrence.Id}@daybook")
                .Line("DTSTAMP", At(occurrence.StateChangedAt))
                .Line("DTSTART", At(occurrence.DueAt))
                .Line("DURATION", "PT15M")
                .Text("SUMMARY", names.GetValueOrDefault(occurrence.ScheduleId, "Report"))
                .Text("DESCRIPTION", string.Create(CultureInfo.InvariantCulture, $"Business date {occurrence.BusinessDate:yyyy-MM-dd}, {occurrence.Zone}\n{occurrence.State.Word}{(occurrence.Reason is { } reason ? $": {reason}" : "")}"))
                .Line("STATUS", occurrence.State == OccurrenceState.Cancelled || occurrence.State == OccurrenceState.Skipped ? "CANCELLED" : "CONFIRMED")
                .Line("TRANSP", "TRANSPARENT")
                .Line("END", "VEVENT");
        }

        return text.Line("END", "VCALENDAR").ToString();
    }

    private static string At(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
