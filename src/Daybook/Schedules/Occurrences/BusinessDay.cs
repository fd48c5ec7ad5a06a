using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>A nominal date and the business date it came to.</summary>
/// <param name="Date">The business date; the nominal date where there is none.</param>
/// <param name="Reason">Null when it runs.</param>
internal readonly record struct BusinessDay(LocalDate Nominal, LocalDate Date, Adjustments Adjustments, SkipReason? Reason);
