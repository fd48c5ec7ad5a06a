using Daybook.Storage;

namespace Daybook.Audit;

/// <summary>An entry on its way into a row, in the spelling of the columns; many of them travel as one JSON text.</summary>
internal sealed record AuditRow(
    long Sequence,
    string At,
    string? ActorId,
    string ActorName,
    string? Address,
    string Action,
    string SubjectType,
    string? SubjectId,
    string? BeforeState,
    string? AfterState,
    string PreviousHash,
    string Hash)
{
    public static AuditRow Of(AuditEntry entry) => new(
        entry.Sequence, Instants.Text(entry.At), entry.ActorId?.ToString(), entry.ActorName, entry.Address, entry.Action,
        entry.SubjectType, entry.SubjectId, entry.BeforeState?.Text, entry.AfterState?.Text, JsonRows.Hex(entry.PreviousHash), JsonRows.Hex(entry.Hash));
}
