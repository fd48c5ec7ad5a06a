namespace Daybook.Composition;

/// <summary>What one script may use before it is stopped.</summary>
public sealed record ScriptLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>In bytes, allocated over the whole run.</summary>
    public long Memory { get; init; } = 64 * 1024 * 1024;

    public int Statements { get; init; } = 2_000_000;

    /// <summary>Calls inside each other.</summary>
    public int Recursion { get; init; } = 200;

    /// <summary>Characters of the result as JSON.</summary>
    public int ResultLength { get; init; } = 5_000_000;
}
