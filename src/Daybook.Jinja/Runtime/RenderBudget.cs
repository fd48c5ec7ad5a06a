using System.Runtime.CompilerServices;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What is left of a rendering's <see cref="RenderLimits"/>.</summary>
internal sealed class RenderBudget
{
    private const int StepsBetweenChecks = 1024;
    private const int WorkBetweenChecks = 256 * 1024;

    /// <summary>Making a value of so many characters or items counts as a step.</summary>
    private const int SizeOfStep = 256;

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationToken _cancellation;
    private readonly List<string> _templates = [];
    private int _untilCheck = StepsBetweenChecks;
    private int _untilTimeCheck = WorkBetweenChecks;
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
        if (--_untilCheck <= 0)
            Check();
    }

    /// <param name="size">Characters or items of one value.</param>
    /// <param name="weight">What each counts in the total.</param>
    public void Reserve(long size, int weight = 1)
    {
        if (size > Limits.ValueSize)
            throw PyErrors.Limit($"a value of {size} characters or items is larger than the limit of {Limits.ValueSize}");
        if ((_size += size * weight) > Limits.TotalSize)
            throw PyErrors.Limit($"the values made by the template together are larger than the limit of {Limits.TotalSize} characters and items");
        if ((_untilCheck -= (int)(size / SizeOfStep)) <= 0)
            Check();
    }

    /// <summary>Counts work within one step, which is bounded by time alone.</summary>
    public void Work(int units)
    {
        if ((_untilTimeCheck -= units) > 0)
            return;
        _untilTimeCheck = WorkBetweenChecks;
        CheckTime();
    }

    /// <param name="template">The name of the template that is entered by an include or import.</param>
    public void Enter(string? template = null)
    {
        if (Depth >= Limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooDeep(template);
        Depth++;
        if (template is not null)
            _templates.Add(template);
    }

    public void Leave(string? template = null)
    {
        Depth--;
        if (template is not null)
            _templates.RemoveAt(_templates.Count - 1);
    }

    private PyException TooDeep(string? template)
    {
        var circle = template is null ? -1 : _templates.IndexOf(template);
        return PyErrors.Limit(circle < 0
            ? $"macros, recursive loops, includes and blocks are nested deeper than the limit of {Limits.Depth}"
            : $"templates include or import each other without end: {string.Join(" -> ", _templates[circle..].Take(10).Distinct().Append(template))}");
    }

    private void Check()
    {
        _untilCheck = StepsBetweenChecks;
        _steps += StepsBetweenChecks;
        if (_steps > Limits.Steps)
            throw PyErrors.Limit($"the template takes more than the limit of {Limits.Steps} steps (loop iterations and calls)");
        CheckTime();
    }

    private void CheckTime()
    {
        if (_time.GetElapsedTime(_started) > Limits.Time)
            throw PyErrors.Limit($"the template takes longer than the limit of {Limits.Time.TotalSeconds} seconds");
        _cancellation.ThrowIfCancellationRequested();
    }
}
