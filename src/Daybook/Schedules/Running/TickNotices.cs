using System.Collections.Immutable;
using System.Globalization;
using Daybook.Input;
using Daybook.Schedules.Words;

namespace Daybook.Schedules.Running;

/// <summary>What owners are told of what one look ended: of each occurrence, but of very many of one schedule in one sentence.</summary>
internal static class TickNotices
{
    /// <summary>Occurrences of one schedule that end at one moment for one reason and are still told one by one.</summary>
    public const int MostAlone = 20;

    public static ImmutableArray<NoticeRow> Of(IEnumerable<TickChange> changes) =>
        [.. changes.Where(change => change.IsOfSchedule).GroupBy(change => (change.ScheduleId, change.State, change.Reason)).SelectMany(alike => Of([.. alike]))];

    private static IEnumerable<NoticeRow> Of(ImmutableArray<TickChange> alike)
    {
        var kind = KindOf(alike[0].State);
        if (alike.Length <= MostAlone)
            return alike.Select(change => change.ToNotice(kind, null));
        var inOrder = alike.OrderBy(change => change.DueAt).ToList();
        var (first, last) = (inOrder[0], inOrder[^1]);
        var (from, to) = (alike.Min(change => change.NominalDate), alike.Max(change => change.NominalDate));
        var remedy = alike.Length <= Backfills.MostRuns ? $" To make up for them: daybook schedule backfill {first.ScheduleId} --from {Text(from)} --to {Text(to)}" : "";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{alike.Length:N0} occurrences, from {SlotWords.Of(first.BusinessDate, first.Slot)} to {SlotWords.Of(last.BusinessDate, last.Slot)} {StateWords.OfMany(first.State)}: {ReasonWords.Of(first.Reason!)}.{remedy}");
        return [new NoticeRow(kind, first.ScheduleId.ToString(), null, text)];
    }

    private static string Text(DateOnly date) => FieldText.Of(NodaTime.LocalDate.FromDateOnly(date));

    private static string KindOf(OccurrenceState state) =>
        state == OccurrenceState.Failed ? NoticeKind.Failed : state == OccurrenceState.Missed ? NoticeKind.Missed : NoticeKind.Overlapped;
}
