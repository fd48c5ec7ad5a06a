namespace Daybook.Jinja.Execution;

internal sealed class ListExpression(Place place, Expression[] items) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var values = new List<object?>(items.Length);
        foreach (var item in items)
            values.Add(item.Evaluate(frame));
        return new PyList(values);
    }
}
