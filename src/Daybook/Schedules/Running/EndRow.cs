using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>The end of a run on its way into rows; many of them travel as one JSON text.</summary>
/// <param name="Elapsed">Since it started, in milliseconds.</param>
internal sealed record EndRow(string ClaimId, long ClaimFence, string EndState, string? EndReason, string? EndCode, string? EndText, string? Deliveries, int Elapsed)
{
    /// <summary>Names and PostgreSQL types of the columns; none is a column of occurrences, too.</summary>
    public static readonly (string Name, string Type)[] Columns =
    [
        ("claim_id", "uuid"), ("claim_fence", "bigint"), ("end_state", "text"), ("end_reason", "text"), ("end_code", "text"), ("end_text", "text"),
        ("deliveries", JsonRows.WrittenJson), ("elapsed", "integer"),
    ];

    public static EndRow Of(Occurrence occurrence, RunEnd end, DateTimeOffset now) => new(
        occurrence.Id.ToString(),
        occurrence.Fence,
        end.State.Word,
        end.Reason,
        end.ErrorCode,
        end.ErrorText,
        end.Deliveries?.Text,
        occurrence.StartedAt is { } started ? (int)Math.Min((now - started).TotalMilliseconds, int.MaxValue) : 0);
}
