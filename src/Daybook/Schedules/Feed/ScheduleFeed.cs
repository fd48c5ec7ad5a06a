using System.Globalization;
using Daybook.Schedules.Running;
using Daybook.Schedules.Words;

namespace Daybook.Schedules.Feed;

/// <summary>Due reports as a calendar (RFC 5545), for programs that show one.</summary>
internal static class ScheduleFeed
{
    private const string InstantFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="most">How many are shown. Where more are given, the calendar says so at the moment of the first one that is left out.</param>
    public static string Of(IReadOnlyList<Occurrence> occurrences, IReadOnlyDictionary<ScheduleId, string> names, int most)
    {
        var text = new IcsText().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Daybook//Due reports//EN").Line("CALSCALE", "GREGORIAN").Text("X-WR-CALNAME", "Due reports")
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var occurrence in occurrences.Take(most))
        {
            Event(
                text, occurrence.Id.ToString(), occurrence, names.GetValueOrDefault(occurrence.ScheduleId, "Report") + Became(occurrence),
                string.Create(CultureInfo.InvariantCulture, $"Business date {occurrence.BusinessDate:yyyy-MM-dd}, {occurrence.Zone}\n{StateWords.Sentence(occurrence)}"));
        }

        if (occurrences.Count > most)
            Event(text, "more", occurrences[most], "From here on, due reports are not shown", string.Create(CultureInfo.InvariantCulture, $"This calendar holds {most:N0} of them; the server lists all."));
        return text.Line("END", "VCALENDAR").ToString();
    }

    /// <summary>What is not as it should be is seen without opening the entry.</summary>
    private static string Became(Occurrence occurrence) => StateWords.NeverRuns(occurrence) ? " – no run"
        : occurrence.State.IsOver && occurrence.State != OccurrenceState.Succeeded ? $" – {occurrence.State.Word.Replace('_', ' ')}" : "";

    /// <param name="occurrence">Whose moment it has.</param>
    private static void Event(IcsText text, string id, Occurrence occurrence, string summary, string description) => text
        .Line("BEGIN", "VEVENT")
        .Line("UID", $"{id}@daybook")
        .Line("DTSTAMP", At(occurrence.StateChangedAt))
        .Line("DTSTART", At(occurrence.DueAt))
        .Line("DURATION", "PT15M")
        .Text("SUMMARY", summary)
        .Text("DESCRIPTION", description)
        .Line("STATUS", occurrence.State == OccurrenceState.Cancelled || occurrence.State == OccurrenceState.Skipped ? "CANCELLED" : "CONFIRMED")
        .Line("TRANSP", "TRANSPARENT")
        .Line("END", "VEVENT");

    private static string At(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
