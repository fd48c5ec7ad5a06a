namespace Daybook.Jinja.Execution;

/// <summary>The <c>if</c> of a for loop: which items are taken. Runs with variables of its own.</summary>
internal sealed class LoopFilter(ScopeEntry entry, AssignmentTarget target, Expression test)
{
    public IEnumerator<object?> Filter(Frame frame, IEnumerator<object?> items)
    {
        entry.Apply(frame);
        while (items.MoveNext())
        {
            frame.State.Step();
            target.Assign(frame, items.Current);
            if (test.IsTrue(frame))
                yield return items.Current;
        }
    }
}
