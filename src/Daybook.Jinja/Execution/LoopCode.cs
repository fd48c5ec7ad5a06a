using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>What a for loop does with its items.</summary>
/// <param name="loopSlot">Where the <c>loop</c> object goes; null if nothing uses it.</param>
/// <param name="once">What is prepared once before the loop.</param>
/// <param name="each">What is prepared for each item.</param>
internal sealed class LoopCode(
    Place place, AssignmentTarget target, int? loopSlot, LoopFilter? filter, ScopeEntry once, ScopeEntry each, Statement[] body, ScopedBody? otherwise)
{
    /// <exception cref="JinjaException">The items cannot be iterated or taken apart, or the body failed.</exception>
    public Flow Run(Frame frame, object? items, RecursiveRun? recursion = null)
    {
        once.Apply(frame);
        bool hasRun;
        try
        {
            hasRun = loopSlot is { } slot ? RunWithLoop(frame, items, slot, recursion)
                : filter is null && items is PyList list ? RunList(frame, list)
                : RunItems(frame, items);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        each.Clear(frame);
        once.Clear(frame);
        return hasRun || otherwise is null ? Flow.Next : otherwise.Execute(frame);
    }

    /// <returns>Whether the body ran to its end for some item: otherwise Jinja2 runs the else part, also after break and continue.</returns>
    private bool RunList(Frame frame, PyList list)
    {
        var hasRun = false;
        for (var index = 0; index < list.Items.Count; index++)
        {
            var flow = RunBody(frame, list.Items[index]);
            hasRun |= flow == Flow.Next;
            if (flow == Flow.Break)
                break;
        }

        return hasRun;
    }

    private bool RunItems(Frame frame, object? items)
    {
        var hasRun = false;
        using var iterator = Iterate(frame, items);
        while (iterator.MoveNext())
        {
            var flow = RunBody(frame, iterator.Current);
            hasRun |= flow == Flow.Next;
            if (flow == Flow.Break)
                break;
        }

        return hasRun;
    }

    private bool RunWithLoop(Frame frame, object? items, int slot, RecursiveRun? recursion)
    {
        var hasRun = false;
        using var iterator = Iterate(frame, items);
        long? length = filter is null && PyContainer.TryLength(items, out var known) ? known : null;
        var loop = new LoopValue(iterator, length, frame.State.Environment.UndefinedKind, recursion);
        while (loop.TryNext(out var item))
        {
            frame.Locals[slot] = loop;
            var flow = RunBody(frame, item);
            hasRun |= flow == Flow.Next;
            if (flow == Flow.Break)
                break;
        }

        return hasRun;
    }

    private Flow RunBody(Frame frame, object? item)
    {
        frame.State.Step();
        target.Assign(frame, item);
        each.Apply(frame);
        return Statement.ExecuteAll(body, frame);
    }

    private IEnumerator<object?> Iterate(Frame frame, object? items)
    {
        var iterator = PyContainer.GetIterator(items);
        return filter is null ? iterator : filter.Filter(frame, iterator);
    }
}
