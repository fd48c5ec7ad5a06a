using System.Runtime.InteropServices;

namespace Daybook.Jinja.Execution;

internal sealed class TupleExpression(Place place, Expression[] items) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var values = new object?[items.Length];
        for (var index = 0; index < items.Length; index++)
            values[index] = items[index].Evaluate(frame);
        return new PyTuple(ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    public Expression Folded() => FoldedIf(
        items.All(item => item is ConstantExpression),
        () => new PyTuple([.. items.Select(item => ((ConstantExpression)item).Value)]));
}
