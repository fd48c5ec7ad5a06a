namespace Daybook.Schedules.Running;

/// <summary>How far a schedule is planned, on its way into its row.</summary>
/// <param name="Through">Rows exist for every occurrence up to here.</param>
/// <param name="PlanAt">When it is to be looked at again.</param>
/// <param name="Next">When it falls due next; null when it does not.</param>
internal sealed record PlanProgress(string Id, string Through, string PlanAt, string? Next);
