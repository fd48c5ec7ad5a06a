using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>How the making of a report ended.</summary>
/// <param name="ErrorMessage">A sentence for a reader; null when nothing went wrong.</param>
internal sealed record ReportOutcome(ReportState State, string? ErrorCode, string? ErrorMessage, Json? Manifest)
{
    public static ReportOutcome Failed(string code, string message) => new(ReportState.Failed, code, message, null);
}
