using System.Text.Json;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>One recipient of a burst as the server keeps it.</summary>
internal sealed record StoredBurstPart
{
    public required BurstId BurstId { get; init; }

    /// <summary>In the order of the recipients, from 1.</summary>
    public int Number { get; init; }

    public required string SplitValue { get; init; }

    public required string Name { get; init; }

    /// <summary><see cref="BurstRecipient"/>.</summary>
    public Json Settings { get; init; }

    /// <summary>Null where none was ordered.</summary>
    public ReportId? ReportId { get; init; }

    /// <summary>How many rows are the recipient's, all divided datasets together.</summary>
    public long RowCount { get; init; }

    public required BurstPartState State { get; init; }

    /// <summary>A stable word; null where the state says all.</summary>
    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    /// <summary>Of its report; null where there is none, or it was removed.</summary>
    public ReportState? ReportStatus { get; init; }

    public string? ReportError { get; init; }

    public string? ReportErrorCode { get; init; }

    /// <summary>Whether it reaches nobody because of the suppression list or the server's allowed domains, and not because of the burst's own settings.</summary>
    public bool IsBarred { get; init; }

    public BurstRecipient ReadSettings() => JsonSerializer.Deserialize(Settings.Text, BurstJson.Default.BurstRecipient)!;
}
