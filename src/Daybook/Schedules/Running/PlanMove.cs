namespace Daybook.Schedules.Running;

/// <summary>What planning anew did to one occurrence.</summary>
/// <param name="From">When it would have fallen due; null when it would not have run.</param>
/// <param name="To">When it falls due now; null when it does not run.</param>
/// <param name="Reason">Why it does not run; null when it does.</param>
internal sealed record PlanMove(string NominalDate, string Slot, string? From, string? To, string? Reason);
