using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>The end of a run on its way into rows; many of them travel as one JSON text.</summary>
/// <param name="Elapsed">Since it started, in milliseconds.</param>
/// <param name="Blocks">How many blocks failed.</param>
/// <param name="Exports">How many formats failed.</param>
internal sealed record EndRow(string ClaimId, long ClaimFence, string EndState, string? EndReason, string? EndCode, string? EndText, string? Deliveries, int Elapsed, int Blocks, int Exports)
{
    /// <summary>Names and PostgreSQL types of the columns; none is a column of occurrences, too.</summary>
    public static readonly (string Name, string Type)[] Columns =
    [
        ("claim_id", "uuid"), ("claim_fence", "bigint"), ("end_state", "text"), ("end_reason", "text"), ("end_code", "text"), ("end_text", "text"),
        ("deliveries", JsonRows.WrittenJson), ("elapsed", "integer"), ("blocks", "integer"), ("exports", "integer"),
    ];

    public static EndRow Of(Occurrence occurrence, RunEnd end, DateTimeOffset now) => new(
        occurrence.Id.ToString(),
        occurrence.Fence,
        end.State.Word,
        end.Reason,
        end.ErrorCode,
        end.ErrorText,
        end.Deliveries?.Text,
        occurrence.StartedAt is { } started ? (int)Math.Min((now - started).TotalMilliseconds, int.MaxValue) : 0,
        occurrence.BlockErrors ?? 0,
        occurrence.ExportErrors ?? 0);
}
