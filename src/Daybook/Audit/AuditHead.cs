namespace Daybook.Audit;

/// <summary>The end of the chain.</summary>
internal sealed record AuditHead
{
    /// <summary>0 for an empty log.</summary>
    public required long Sequence { get; init; }

    /// <summary>Empty for an empty log.</summary>
    public required byte[] Hash { get; init; }
}
