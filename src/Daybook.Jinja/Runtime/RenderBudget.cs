using System.Runtime.CompilerServices;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What is left of a rendering's <see cref="RenderLimits"/>.</summary>
internal sealed class RenderBudget
{
    private const int StepsBetweenChecks = 1024;

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationToken _cancellation;
    private int _untilCheck = StepsBetweenChecks;
    private long _steps;
    private long _size;

    public RenderBudget(RenderLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        Limits = limits;
        _time = time;
        _cancellation = cancellation;
        _started = time.GetTimestamp();
    }

    public RenderLimits Limits { get; }

    /// <summary>How deep macros, recursive loops, includes, imports and blocks are nested at this point.</summary>
    public int Depth { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_untilCheck == 0)
            Check();
    }

    public void Reserve(long size)
    {
        if (size > Limits.ValueSize)
            throw PyErrors.Limit($"a value of {size} characters or items is larger than the limit of {Limits.ValueSize}");
        if ((_size += size) > Limits.TotalSize)
            throw PyErrors.Limit($"the values made by the template together are larger than the limit of {Limits.TotalSize} characters and items");
    }

    public void Enter()
    {
        if (Depth >= Limits.Depth)
            throw PyErrors.Limit($"macros, recursive loops, includes and blocks are nested deeper than the limit of {Limits.Depth}");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PyErrors.Limit("macros, recursive loops, includes and blocks are nested too deeply");
        Depth++;
    }

    public void Leave() => Depth--;

    private void Check()
    {
        _untilCheck = StepsBetweenChecks;
        _steps += StepsBetweenChecks;
        if (_steps > Limits.Steps)
            throw PyErrors.Limit($"the template takes more than the limit of {Limits.Steps} steps (loop iterations and calls)");
        if (_time.GetElapsedTime(_started) > Limits.Time)
            throw PyErrors.Limit($"the template takes longer than the limit of {Limits.Time.TotalSeconds} seconds");
        _cancellation.ThrowIfCancellationRequested();
    }
}
