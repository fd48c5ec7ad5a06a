using System.Collections.Frozen;

namespace Daybook.Schedules.Words;

/// <summary>Says why an occurrence is in its state: a clause for each word that a row may have as its reason.</summary>
internal static class ReasonWords
{
    private static readonly FrozenDictionary<string, string> Clauses = new Dictionary<string, string>
    {
        ["holiday"] = "it is no business day of the calendar",
        ["no_business_day"] = "the calendar has no business day within 31 dates",
        ["gap"] = "clocks leave its time out on that date",
        ["overlap"] = "clocks show its time twice on that date",
        ["collapsed"] = "another run of the schedule falls on the same business date and time",
        ["date_missing"] = "the zone has no such date",
        ["replanned"] = "the schedule, its calendar or the time-zone data changed and no longer names it",
        ["deactivated"] = "the schedule was switched off",
        ["schedule_deleted"] = "the schedule was deleted",
        [ScheduleFlag.ZoneUnknown] = "the time-zone data no longer has its zone",
        [ScheduleFlag.Unreadable] = "this program cannot read the schedule's rule",
        [ScheduleFlag.OwnerLeft] = "the schedule's owner left",
        [ScheduleFlag.CalendarUnknown] = "the schedule's calendar is gone",
        [ScheduleFlag.TemplateInactive] = "the schedule's template is no longer active",
        ["paused"] = "the schedule was paused",
        ["resumed"] = "the schedule was resumed",
        ["superseded"] = "a newer run was due as well, and only the latest is made up for",
        ["misfire_skip"] = "no node could start it in time, and the schedule makes up for nothing (misfire: skip)",
        ["deadline"] = "it could not start before its deadline",
        ["catch_up_cap"] = "more was missed than the schedule makes up for",
        ["overlap_running"] = "the run before was still active",
        ["overlap_queue"] = "a newer run waits for the one that is active",
        ["overlap_cancelled"] = "the next run fell due",
        ["retry"] = "the attempt failed and another follows",
        ["attempts_used_up"] = "no attempts are left",
        ["lease_expired"] = "its node was not heard of any more",
        ["node_stopped"] = "its node was stopped",
        ["block_failed"] = "a block of the report failed",
        ["export_failed"] = "a format of the report failed",
        ["delivery_failed"] = "a delivery failed or is unknown",
        ["nobody_reached"] = "a report of it may be sent to nobody whom it is for",
        ["all_suppressed"] = "its settings hold back every delivery of it",
        ["no_recipients"] = "its settings name nobody to send it to",
        ["no_rows"] = "there is nothing for any of its recipients",
        ["delivered_later"] = "what had failed was delivered after all",
        ["report_failed"] = "the report could not be made",
        ["report_gone"] = "its report is gone",
        ["partial"] = "a part of the report failed",
        ["stale_data"] = "its data are not fresh",
        ["fresh_if_failed"] = "whether its data are fresh could not be told",
        ["send_if_failed"] = "whether to send it could not be told",
        ["send_if_false"] = "its condition for sending is false",
        ["unchanged"] = "it says the same as the report before",
        ["approval"] = "somebody has to release it",
        ["hold_expired"] = "nobody decided in time",
        ["released"] = "somebody released it",
        ["rejected"] = "somebody rejected it",
        ["retried"] = "somebody wanted it again",
        ["cancelled"] = "somebody cancelled it",
        ["backfill"] = "a backfill opened it again",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The clause, or the word itself where there is none.</returns>
    public static string Of(string reason) => Clauses.GetValueOrDefault(reason, reason.Replace('_', ' '));
}
