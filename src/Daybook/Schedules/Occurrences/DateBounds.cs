using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>The nominal dates a schedule may have; null where it is not bound.</summary>
internal readonly record struct DateBounds(LocalDate? First, LocalDate? Last)
{
    public bool Contains(LocalDate date) => (First is not { } first || date >= first) && (Last is not { } last || date <= last);

    /// <returns>The other where one is null.</returns>
    public static LocalDate? Later(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Max(a, b) : one ?? other;

    /// <returns>The other where one is null.</returns>
    public static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
