namespace Daybook.RedTeam;

/// <summary>What a log may hold at most; beyond it the whole file is refused.</summary>
public sealed record GarakLimits
{
    public static GarakLimits Default { get; } = new();

    /// <summary>For logs of any size; reading takes no more memory for a longer one.</summary>
    public static GarakLimits AnySize { get; } = new() { MaxFileSize = long.MaxValue, MaxLines = long.MaxValue };

    /// <summary>In bytes.</summary>
    public long MaxFileSize { get; init; } = 256L << 20;

    public long MaxLines { get; init; } = 1_000_000;

    public int MaxRuns { get; init; } = 1000;

    /// <summary>In bytes. Also bounds the memory that reading takes.</summary>
    public int MaxLineLength { get; init; } = 16 << 20;
}
