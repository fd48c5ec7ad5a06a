using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>One nominal date and slot, carried through the pipeline.</summary>
/// <param name="Slot">The nominal local time <c>HH:MM:SS</c>, or the instant for schedules that follow elapsed time.</param>
/// <param name="LocalTime">The wall time that was asked for, after the early close and before gap and overlap.</param>
/// <param name="At">When it falls due; for one that does not run, where it stands in the order.</param>
/// <param name="Offset">The zone's offset at <paramref name="At"/>.</param>
/// <param name="Reason">Null when it runs.</param>
internal readonly record struct Moment(
    LocalDate NominalDate,
    LocalDate BusinessDate,
    string Slot,
    LocalTime LocalTime,
    Instant At,
    Offset Offset,
    Adjustments Adjustments,
    SkipReason? Reason) : IComparable<Moment>
{
    public bool Runs => Reason is null;

    public int CompareTo(Moment other)
    {
        var order = At.CompareTo(other.At);
        if (order == 0)
            order = BusinessDate.CompareTo(other.BusinessDate);
        if (order == 0)
            order = string.CompareOrdinal(Slot, other.Slot);
        return order == 0 ? NominalDate.CompareTo(other.NominalDate) : order;
    }
}
