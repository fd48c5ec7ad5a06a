using NodaTime;

namespace Daybook.Schedules.Dates;

/// <summary>A date that a rule names.</summary>
/// <param name="IsClamped">The month lacks the day that was asked for; this is its last.</param>
internal readonly record struct NominalDate(LocalDate Date, bool IsClamped);
