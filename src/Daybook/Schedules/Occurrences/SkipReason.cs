namespace Daybook.Schedules.Occurrences;

/// <summary>Why an occurrence does not run.</summary>
internal enum SkipReason
{
    Holiday,

    /// <summary>There is no business date within 31 dates.</summary>
    NoBusinessDay,

    Gap,
    Overlap,

    /// <summary>Another occurrence of the schedule has the same business date and slot, or the same instant.</summary>
    Collapsed,

    /// <summary>The zone left the whole date out.</summary>
    DateMissing,
}
