using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Recurrence;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Nominal date → business date → early close → local time → gap and overlap → instant.</summary>
/// <param name="until">The end of a recurrence rule; null for every other rule.</param>
/// <param name="bounds">The first and last nominal date.</param>
internal sealed class CalendarTimeline(
    ScheduleDefinition schedule, DateSource dates, ImmutableArray<LocalTime> slots, RecurrenceEnd? until, BusinessDates business,
    DateBounds bounds, DateTimeZone zone) : Timeline
{
    /// <summary>Between the date of an instant in UTC and the business date that is due then: offsets, and gaps that shift.</summary>
    private const int Margin = 3;

    private readonly ImmutableArray<(LocalTime Time, string Text)> _slots = [.. slots.Select(slot => (slot, FieldText.Of(slot)))];

    private readonly WallClock _wallClock = new(zone, schedule.Gap, schedule.Overlap);

    public override LocalDate? FirstDate => DateBounds.Later(bounds.First, dates.FirstDate);

    public override LocalDate? LastDate => DateBounds.Earlier(bounds.Last, dates.LastDate);

    public override Duration Window => WindowFor(Duration.FromDays(1), _slots.Length, Duration.FromDays(1));

    public override IReadOnlyList<Moment> Between(Instant from, Instant to)
    {
        var moments = new List<Moment>();
        foreach (var day in Days(from.InUtc().Date.PlusDays(-Margin), to.InUtc().Date.PlusDays(Margin)))
            AddSlots(day, moments);
        moments.RemoveAll(moment => moment.At < from || moment.At >= to);
        if (!IsOrdered(moments))
            moments.Sort();
        return moments;
    }

    /// <summary>The nominal dates whose business date lies in a range, each with its place, and those that give way marked.</summary>
    private IEnumerable<BusinessDay> Days(LocalDate first, LocalDate last)
    {
        if (!business.Moves)
            return Nominal(first, last).Select(business.Of);

        var reach = BusinessCalendar.LongestSearch + Margin + 1;
        var days = Nominal(first.PlusDays(-reach), last.PlusDays(reach)).Select(business.Of).ToList();
        var winners = new Dictionary<LocalDate, LocalDate>();
        foreach (var day in days.Where(day => day.Reason is null))
        {
            if (!winners.TryAdd(day.Date, day.Nominal) && day.Nominal == day.Date)
                winners[day.Date] = day.Nominal;
        }

        return days.Where(day => day.Date >= first && day.Date <= last)
            .Select(day => day.Reason is null && winners[day.Date] != day.Nominal ? day with { Reason = SkipReason.Collapsed } : day);
    }

    private IEnumerable<NominalDate> Nominal(LocalDate first, LocalDate last) =>
        dates.Between(DateBounds.Later(bounds.First, first)!.Value, DateBounds.Earlier(bounds.Last, last)!.Value);

    private void AddSlots(BusinessDay day, List<Moment> moments)
    {
        var start = moments.Count;
        var moved = Adjustments.None;
        foreach (var (slot, text) in _slots)
        {
            if (until is not null && IsAfterEnd(day.Nominal, slot))
                continue;
            var (time, flags) = Close(day, slot);
            var local = _wallClock.At(day.Date.At(time));
            flags |= day.Adjustments | local.Adjustments;
            var reason = day.Reason ?? local.Reason;
            moved |= flags & (Adjustments.Gap | Adjustments.EarlyClose);
            if (reason is null && moved != Adjustments.None && IsTaken(local.At, moments, start))
                reason = SkipReason.Collapsed;
            moments.Add(new Moment(day.Nominal, day.Date, text, time, local.At, local.Offset, flags, reason));
        }
    }

    private (LocalTime Time, Adjustments Flags) Close(BusinessDay day, LocalTime slot)
    {
        if (schedule.EarlyClose == EarlyClose.Ignore || business.EarlyCloseOn(day.Date) is not { } close)
            return (slot, Adjustments.None);
        var moved = close.PlusMinutes(schedule.AfterClose);
        return moved >= close && moved < slot ? (moved, Adjustments.EarlyClose) : (slot, Adjustments.None);
    }

    private static bool IsTaken(Instant at, List<Moment> moments, int start)
    {
        for (var i = start; i < moments.Count; i++)
        {
            if (moments[i].At == at && moments[i].Runs)
                return true;
        }

        return false;
    }

    /// <summary>The end of a recurrence rule is held against the rule's own date and time, before any calendar.</summary>
    private bool IsAfterEnd(LocalDate nominal, LocalTime slot) => until switch
    {
        { Instant: { } instant } => _wallClock.At(nominal.At(slot)).At > instant,
        { Local: { } local } => nominal.At(slot) > local,
        _ => false,
    };

    private static bool IsOrdered(List<Moment> moments)
    {
        for (var i = 1; i < moments.Count; i++)
        {
            if (moments[i - 1].CompareTo(moments[i]) > 0)
                return false;
        }

        return true;
    }
}
