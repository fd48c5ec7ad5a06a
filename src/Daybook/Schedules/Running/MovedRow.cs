namespace Daybook.Schedules.Running;

/// <summary>A planned row that planning changes: what it is after that.</summary>
/// <param name="Reason">Null where it stays planned.</param>
internal sealed record MovedRow(string Id, PlannedRow After, string? Reason);
