namespace Daybook.Reports;

/// <summary>What went wrong in a report.</summary>
internal sealed record ReportReasons
{
    public required ReportId Id { get; init; }

    /// <summary>One reason a line.</summary>
    public required string ErrorMessage { get; init; }
}
