namespace Daybook.Archive;

/// <summary>How much goes.</summary>
internal sealed record ExpiredTotal
{
    public long Reports { get; init; }

    /// <summary>Formats made on request whose links have expired.</summary>
    public long Exports { get; init; }

    /// <summary>That become free, as stored; what other reports still need is not counted.</summary>
    public long Bytes { get; init; }
}
