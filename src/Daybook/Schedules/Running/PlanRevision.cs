using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>
/// What has to change so that the rows of a schedule follow a new plan. What is due, runs or ran is kept as it is; a row without a run that
/// planning itself made gives way to one that runs.
/// </summary>
/// <param name="Add">New rows.</param>
/// <param name="Change">Planned rows with what they are from now on.</param>
/// <param name="Remove">Rows that give way, or that lie beyond the new plan.</param>
/// <param name="Moves">Instant before and after, or why it does not run any more, for each occurrence that people counted on.</param>
internal sealed record PlanRevision(ImmutableArray<PlannedRow> Add, ImmutableArray<PlannedRow> Change, ImmutableArray<OccurrenceId> Remove, ImmutableArray<PlanMove> Moves)
{
    /// <summary>Not in the plan any more.</summary>
    public const string Replanned = "replanned";

    /// <summary>The schedule was switched off.</summary>
    public const string Deactivated = "deactivated";

    private const string Collapsed = "collapsed";

    private static readonly ImmutableHashSet<string> OfPlanning = [.. EnumWords<SkipReason>.All, Replanned, Deactivated];

    /// <param name="kept">The rows that are there.</param>
    /// <param name="plan">The new plan, from before the first planned row on.</param>
    /// <param name="after">New rows begin after this instant.</param>
    /// <param name="through">The end of the new plan.</param>
    /// <param name="now">What a person or a deadline can still expect to happen lies after it.</param>
    public static PlanRevision Of(IReadOnlyCollection<Occurrence> kept, IReadOnlyCollection<PlannedRow> plan, DateTimeOffset after, DateTimeOffset through, DateTimeOffset now)
    {
        var (from, until, present) = (RowText.Of(after), RowText.Of(through), RowText.Of(now));
        // Nothing of a time when it was switched off may stand in the way.
        var remove = kept.Where(row => IsOfPlanning(row) && row.Reason == Deactivated && string.CompareOrdinal(RowText.Of(row.DueAt), present) > 0).Select(row => row.Id).ToList();
        kept = [.. kept.Where(row => !remove.Contains(row.Id))];
        var rows = kept.ToDictionary(row => (FieldText.Of(NodaTime.LocalDate.FromDateOnly(row.NominalDate)), row.Slot));
        var taken = kept.Where(row => row.State != OccurrenceState.Planned && row.State != OccurrenceState.Skipped)
            .Select(row => (FieldText.Of(NodaTime.LocalDate.FromDateOnly(row.BusinessDate)), row.Slot)).ToHashSet();
        var (add, change, moves) = (new List<PlannedRow>(), new List<PlannedRow>(), new List<PlanMove>());
        foreach (var row in plan)
        {
            var runs = row.Reason is null;
            if (!rows.Remove((row.NominalDate, row.Slot), out var old))
            {
                if (string.CompareOrdinal(row.DueAt, from) > 0)
                    add.Add(runs && taken.Contains((row.BusinessDate, row.Slot)) ? Skipped(row, Collapsed) : row);
            }
            else if (old.State == OccurrenceState.Planned)
            {
                var wanted = runs && taken.Contains((row.BusinessDate, row.Slot)) ? Skipped(row, Collapsed) : row;
                change.Add(wanted with { Id = old.Id.ToString() });
                if (wanted.Reason is not null || wanted.DueAt != RowText.Of(old.DueAt))
                    moves.Add(new PlanMove(wanted.NominalDate, wanted.Slot, RowText.Of(old.DueAt), wanted.Reason is null ? wanted.DueAt : null, wanted.Reason));
            }
            else if (runs && IsOfPlanning(old) && string.CompareOrdinal(row.DueAt, present) > 0)
            {
                remove.Add(old.Id);
                add.Add(row);
                moves.Add(new PlanMove(row.NominalDate, row.Slot, null, row.DueAt, null));
            }
        }

        foreach (var old in rows.Values.Where(row => row.State == OccurrenceState.Planned))
        {
            if (string.CompareOrdinal(RowText.Of(old.DueAt), until) > 0)
            {
                remove.Add(old.Id);
                continue;
            }

            change.Add(Skipped(PlannedRowOf(old), Replanned));
            moves.Add(new PlanMove(FieldText.Of(NodaTime.LocalDate.FromDateOnly(old.NominalDate)), old.Slot, RowText.Of(old.DueAt), null, Replanned));
        }

        return new PlanRevision([.. add], [.. change], [.. remove], [.. moves]);
    }

    /// <summary>The moves as the audit log keeps them.</summary>
    public Json ToJson(string why) => new(new JsonObject
    {
        ["why"] = why,
        ["moves"] = new JsonArray([.. Moves.Select(move => (JsonNode)new JsonObject
        {
            ["nominal_date"] = move.NominalDate, ["slot"] = move.Slot, ["from"] = move.From, ["to"] = move.To, ["reason"] = move.Reason,
        })]),
    }.ToJsonString());

    private static bool IsOfPlanning(Occurrence row) =>
        row.Attempt == 0 && row.Reason is { } reason && OfPlanning.Contains(reason) && (row.State == OccurrenceState.Skipped || row.State == OccurrenceState.Cancelled);

    private static PlannedRow Skipped(PlannedRow row, string reason) =>
        row with { State = OccurrenceState.Skipped.Word, Reason = reason, PeriodStart = null, PeriodEnd = null, RunAt = null, StartDeadline = null };

    private static PlannedRow PlannedRowOf(Occurrence row) => new(
        row.Id.ToString(), row.ScheduleId.ToString(), row.ScheduleVersion, row.MaxAttempts, FieldText.Of(NodaTime.LocalDate.FromDateOnly(row.NominalDate)),
        FieldText.Of(NodaTime.LocalDate.FromDateOnly(row.BusinessDate)), row.Slot, row.LocalTime, row.Zone, row.UtcOffsetSeconds, RowText.Of(row.DueAt),
        row.AdjustmentWords, row.CalendarVersion, row.TzdbVersion, null, null, FieldText.Of(NodaTime.LocalDate.FromDateOnly(row.ReportDate)), null, null, row.State.Word, null);
}
