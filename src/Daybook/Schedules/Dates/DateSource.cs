using NodaTime;

namespace Daybook.Schedules.Dates;

/// <summary>The dates that a rule names, for any range of dates.</summary>
internal abstract class DateSource
{
    /// <summary>No date is named before it; null when there is no such bound.</summary>
    public virtual LocalDate? FirstDate => null;

    /// <summary>No date is named after it; null when there is no such bound.</summary>
    public virtual LocalDate? LastDate => null;

    /// <summary>Ascending, each date once, both ends included.</summary>
    public abstract IEnumerable<NominalDate> Between(LocalDate from, LocalDate to);
}
