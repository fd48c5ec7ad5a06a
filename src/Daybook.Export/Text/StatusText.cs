using Daybook.Documents;

namespace Daybook.Export;

internal static class StatusText
{
    public static string Of(ReportStatus status) => status switch
    {
        ReportStatus.Completed => "Completed",
        ReportStatus.CompletedWithErrors => "Completed with errors",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
