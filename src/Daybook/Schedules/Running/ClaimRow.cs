namespace Daybook.Schedules.Running;

/// <summary>A claim with what is written under it, on its way into rows; many of them travel as one JSON text.</summary>
internal sealed record ClaimRow(string ClaimId, long ClaimFence, string? Report = null, int Blocks = 0, int Exports = 0)
{
    /// <summary>Names and PostgreSQL types of the columns; none is a column of occurrences, too.</summary>
    public static readonly (string Name, string Type)[] Columns = [("claim_id", "uuid"), ("claim_fence", "bigint"), ("report", "uuid"), ("blocks", "integer"), ("exports", "integer")];

    public static ClaimRow Of(Occurrence occurrence) => new(occurrence.Id.ToString(), occurrence.Fence);
}
