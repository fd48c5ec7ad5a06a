using System.Globalization;
using Daybook.Schedules.Occurrences;

namespace Daybook.Schedules.Running;

/// <summary>One due moment of a backfill.</summary>
/// <param name="Action"><c>new</c>, <c>reopen</c>, <c>keep</c> (it has its report, or is under way) or <c>no_run</c>.</param>
/// <param name="Existing">Its row; null where there is none.</param>
internal sealed record BackfillDate(PlannedOccurrence Planned, string Action, Occurrence? Existing)
{
    public const string New = "new", Reopen = "reopen", Keep = "keep", NoRun = "no_run";

    /// <summary>Everything about it that whoever confirms has seen.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Planned.NominalDate:uuuu-MM-dd} {Planned.Slot} {Action} {Existing?.Id} {Existing?.State} {Existing?.Revision}");
}
