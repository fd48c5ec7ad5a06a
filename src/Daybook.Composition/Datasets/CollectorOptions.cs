using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>What holds for every snapshot a collector makes.</summary>
public sealed record CollectorOptions
{
    /// <summary>Most rows that one dataset keeps; more is an error, never a silent cut.</summary>
    public int MaxRows { get; init; } = 1_000_000;

    /// <summary>Most bytes that the rows of one dataset take in memory, roughly.</summary>
    public long MaxBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Limits of each setting and of each evaluation of <c>where</c> and <c>select</c>.</summary>
    public RenderLimits TemplateLimits { get; init; } = new();

    /// <summary>Measures limits; never seen by templates.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
