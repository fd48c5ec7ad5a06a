using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Takes a value apart, one item for each target.</summary>
internal sealed class TupleTarget(AssignmentTarget[] targets) : AssignmentTarget
{
    public override void Assign(Frame frame, object? value)
    {
        if (value is PyTuple tuple && tuple.Items.Length == targets.Length)
        {
            for (var index = 0; index < targets.Length; index++)
                targets[index].Assign(frame, tuple.Items[index]);
            return;
        }

        if (!PyContainer.TryGetIterator(value, out var items))
            throw PyErrors.Type($"cannot unpack non-iterable {PyType.NameOf(value)} object");
        using var iterator = items;
        var values = new object?[targets.Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (!items.MoveNext())
                throw PyErrors.Value($"not enough values to unpack (expected {targets.Length}, got {index})");
            values[index] = items.Current;
        }

        if (items.MoveNext())
            throw PyErrors.Value($"too many values to unpack (expected {targets.Length})");
        for (var index = 0; index < targets.Length; index++)
            targets[index].Assign(frame, values[index]);
    }
}
