using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Delivery;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;

namespace Daybook.Schedules.Words;

/// <summary>Tells what became of an occurrence, one sentence a change.</summary>
internal static class OccurrenceWords
{
    /// <param name="requestedBy">The name of whoever asked for it; null where nobody did, or nobody knows who.</param>
    public static IEnumerable<string> Of(Occurrence occurrence, ImmutableArray<OccurrenceEvent> events, string? requestedBy)
    {
        var neverRuns = StateWords.NeverRuns(occurrence);
        var slot = SlotWords.IsTime(occurrence.Slot) ? $", {SlotWords.Of(occurrence.Slot)} in {occurrence.Zone}" : "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin(occurrence, requestedBy ?? "Somebody")} {(neverRuns ? "" : "the business date ")}{occurrence.BusinessDate:yyyy-MM-dd}{(occurrence.NominalDate == occurrence.BusinessDate ? "" : $" (moved from {occurrence.NominalDate:yyyy-MM-dd})")}{slot}{(neverRuns ? "" : $", due at {At(occurrence.DueAt)}")}.");
        string? told = null;
        foreach (var change in events)
        {
            yield return $"{At(change.At)}: {Change(change, change.Note == told ? null : change.Note)}";
            told = change.Note;
        }

        if (occurrence.ReportId is { } report)
            yield return $"Its report is {report}{Deliveries(occurrence)}.";
        yield return $"{StateWords.Sentence(occurrence)}{(IsOpenOrBad(occurrence) && occurrence.ErrorText is { } error ? $" {error}" : "")}{(occurrence.IsMadeAhead ? $" Its report is made and goes out at {At(occurrence.DueAt)}." : "")}";
    }

    /// <summary>What went wrong on the way to a decision of a person is history; the events have the decision.</summary>
    private static bool IsOpenOrBad(Occurrence occurrence) => occurrence.State != OccurrenceState.Cancelled && occurrence.State != OccurrenceState.Skipped;

    /// <summary>What stands against one that still waits; nothing where all is well.</summary>
    /// <param name="schedule">Null when it is deleted.</param>
    public static IEnumerable<string> Ahead(Occurrence occurrence, Schedule? schedule, TimeZoneData zones)
    {
        var waits = occurrence.State == OccurrenceState.Planned || occurrence.State == OccurrenceState.Due || occurrence.State == OccurrenceState.Held;
        if (!waits || schedule is null)
            yield break;
        if (schedule.PausedAt is { } since && occurrence.Origin == OccurrenceOrigin.Scheduled && (schedule.PausedUntil ?? DateTimeOffset.MaxValue) > occurrence.DueAt)
            yield return Pause(schedule, since);
        if (schedule.Flag is not { } flag)
        {
            if (schedule.NamesNobody && occurrence.Origin != OccurrenceOrigin.Test)
                yield return "Its schedule names nobody: the report will be kept in the archive and sent to nobody. Give the schedule a distribution if somebody is to get it.";
            yield break;
        }

        var planned = flag == ScheduleFlag.ZoneUnknown ? $" It was planned with {occurrence.TzdbVersion} and will fail when its time comes." : "";
        yield return $"Its schedule cannot go on as it is: {FlagWords.Of(flag, schedule.Rule, zones)}.{planned}";
    }

    private static string Pause(Schedule schedule, DateTimeOffset since) =>
        $"Its schedule is paused since {At(since)}, by {schedule.PausedByName ?? "the server"}{(schedule.PauseNote is { } why ? $", “{why}”" : "")}: "
        + (schedule.PausedUntil is { } until ? $"it goes on at {At(until)}, and what was held until then is skipped." : $"what falls due is held until somebody resumes it (daybook schedule resume {schedule.Id} --mode skip, latest or all).");

    /// <summary>What deliveries of its report wait for.</summary>
    public static string Of(OpenDeliveries open)
    {
        var (who, wait) = open.Count == 1
            ? ($"Its delivery over '{open.Channel}' to '{RecipientAddress.Of(open.Recipient)}'", "waits")
            : (string.Create(CultureInfo.InvariantCulture, $"{open.Count} of its deliveries over '{open.Channel}'"), "wait");
        var what = open.State == DeliveryState.Sending ? "on the way now"
            : open.NextAttemptAt is { } next ? $"{(open.Reason is null ? "sent" : "tried")} at {At(next)}{(open.Count == 1 ? "" : " at the earliest")}"
            : null;
        return $"{who} {(what is null ? wait : $"{(open.Count == 1 ? "is" : "are")} {what}")}.{(open.Reason is { } reason ? $" {reason}" : "")}";
    }

    private static string Deliveries(Occurrence occurrence)
    {
        if (occurrence.DeliverySummary is not { } summary)
            return "";
        var counts = JsonElement.Parse(summary.Text).EnumerateObject().Where(count => count.Value.GetInt32() > 0).Select(count => $"{count.Value.GetRawText()} {count.Name}");
        return string.Join(", ", counts) is { Length: > 0 } listed ? $"; deliveries: {listed}" : "";
    }

    private static string Origin(Occurrence occurrence, string requestedBy) =>
        occurrence.Origin == OccurrenceOrigin.Scheduled ? "The schedule's rule names"
        : occurrence.Origin == OccurrenceOrigin.Manual ? $"{requestedBy} asked for a run of"
        : occurrence.Origin == OccurrenceOrigin.Test ? $"{requestedBy} asked for a test of"
        : $"{requestedBy} asked for a backfill of";

    /// <param name="note">What a person wrote; null where it was told before.</param>
    private static string Change(OccurrenceEvent change, string? note)
    {
        if (change is { DueFrom: { } before, DueTo: { } after } && change.FromState == change.ToState)
            return $"{change.Actor} moved it from {At(before)} to {At(after)}{Because(change.Reason)}.";
        var verb = change.ToState == OccurrenceState.Due && change.FromState == OccurrenceState.Planned ? "its time came"
            : change.ToState == OccurrenceState.Running ? $"node {change.Node ?? "?"} took it, attempt {change.Attempt.ToString(CultureInfo.InvariantCulture)}"
            : $"it went from {Plain(change.FromState.Word)} to {Plain(change.ToState.Word)} ({Plain(change.Actor)})";
        return $"{verb}{Because(change.Reason)}{(note is null ? "" : $", “{note}”")}.";
    }

    private static string Because(string? reason) => reason is null ? "" : $": {ReasonWords.Of(reason)}";

    private static string Plain(string word) => word.Replace('_', ' ');

    private static string At(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
