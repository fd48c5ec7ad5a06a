using System.Collections.Immutable;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

internal sealed record BurstRequest(GenerateRequest? Report, BurstDefinition? Burst);

/// <param name="Burst">The burst with what was mended; null keeps it as it was ordered.</param>
internal sealed record BurstRetryRequest(BurstDefinition? Burst = null);

internal sealed record BurstOrderedContract(Guid BurstId, string Message);

/// <param name="Key">The value of the split column.</param>
/// <param name="Rows">How many rows are the recipient's, all divided datasets together.</param>
/// <param name="ReportStatus">Null where no report was ordered.</param>
internal sealed record BurstPartContract(int Number, string Key, string Name, long Rows, string State, string? ReasonCode, string? Reason, Guid? ReportId, string? ReportStatus)
{
    public static BurstPartContract Of(StoredBurstPart part) =>
        new(part.Number, part.SplitValue, part.Name, part.RowCount, part.State.Word, part.ReasonCode, part.Reason, part.ReportId?.Value, part.ReportStatus?.Word);
}

/// <param name="OccurrenceId">Of the schedule that ordered it; null where a person did.</param>
/// <param name="WithoutRecipient">Values of the split column, with their rows, that nobody gets.</param>
internal sealed record BurstContract(
    Guid Id,
    Guid TemplateId,
    DateOnly ReportDate,
    Guid? OccurrenceId,
    string State,
    string? ErrorCode,
    string? ErrorMessage,
    DateTimeOffset OrderedAt,
    DateTimeOffset? FinishedAt,
    BurstDefinition Burst,
    ImmutableArray<UnassignedKey> WithoutRecipient,
    ImmutableArray<BurstPartContract> Parts)
{
    public static BurstContract Of(StoredBurst burst, ImmutableArray<StoredBurstPart> parts) => new(
        burst.Id.Value,
        burst.TemplateId.Value,
        burst.ReportDate,
        burst.OccurrenceId?.Value,
        burst.State.Word,
        burst.ErrorCode,
        burst.ErrorMessage,
        burst.OrderedAt,
        burst.FinishedAt,
        burst.ReadDefinition(),
        burst.ReadUnassigned(),
        [.. parts.Select(BurstPartContract.Of)]);
}
