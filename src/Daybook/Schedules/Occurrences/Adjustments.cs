namespace Daybook.Schedules.Occurrences;

/// <summary>What moved an occurrence away from the plain date and time of its rule.</summary>
[Flags]
internal enum Adjustments
{
    None = 0,

    /// <summary>The month lacks the day; its last one took the place.</summary>
    Clamped = 1,

    /// <summary>The nominal date is not a business date; the nearest one took the place.</summary>
    Rolled = 2,

    EarlyClose = 4,

    /// <summary>The wall time does not exist on that date.</summary>
    Gap = 8,

    /// <summary>The wall time exists twice on that date.</summary>
    Overlap = 16,

    /// <summary>The holidays of the date are not known yet; only the weekend was looked at.</summary>
    CalendarHorizon = 32,
}
