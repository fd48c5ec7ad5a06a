using NodaTime;

namespace Daybook.Schedules.Rules;

/// <summary>A half-open range of the day; one that ends at or before its start goes past midnight.</summary>
internal sealed record DayWindow(LocalTime Start, LocalTime End)
{
    public bool Contains(LocalTime time) => Start < End ? time >= Start && time < End : time >= Start || time < End;
}
