using Daybook.Documents;

namespace Daybook.Reports;

/// <summary>How one block came out.</summary>
internal sealed record ReportBlock(string Id, string? Title, SectionStatus Status, string? ReasonCode, string? Reason);
