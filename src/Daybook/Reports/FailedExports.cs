namespace Daybook.Reports;

/// <summary>How many formats of a report could not be made.</summary>
internal sealed record FailedExports
{
    public required ReportId ReportId { get; init; }

    public required long Number { get; init; }
}
