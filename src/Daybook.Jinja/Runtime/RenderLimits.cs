using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What one rendering may use before it is stopped with a <see cref="PyErrorKind.LimitError"/> error.</summary>
public sealed record RenderLimits
{
    /// <summary>Characters of output.</summary>
    public int OutputLength { get; init; } = 5_000_000;

    /// <summary>Loop iterations, calls and other repeated work together.</summary>
    public long Steps { get; init; } = 10_000_000;

    /// <summary>Nested macro calls, recursive loops, includes, imports and blocks together.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Items of one <c>range</c>.</summary>
    public int RangeSize { get; init; } = 100_000;

    /// <summary>Characters or items of one value made by the template.</summary>
    public int ValueSize { get; init; } = 10_000_000;

    /// <summary>Characters and items (which count fourfold) of all values made in one rendering, also of those no longer used.</summary>
    public long TotalSize { get; init; } = 200_000_000;

    /// <summary>Time of one rendering.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);
}
