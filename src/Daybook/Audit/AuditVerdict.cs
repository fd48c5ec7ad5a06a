using System.Collections.Immutable;

namespace Daybook.Audit;

/// <param name="Entries">How many there are.</param>
/// <param name="Head">Hash of the last one in lower-case hexadecimal; empty for an empty log.</param>
/// <param name="Problems">Empty when nobody changed the log.</param>
internal sealed record AuditVerdict(long Entries, string Head, ImmutableArray<string> Problems);
