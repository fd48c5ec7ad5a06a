using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class DictExpression(Place place, Expression[] keys, Expression[] values) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var dict = new PyDict();
        try
        {
            for (var index = 0; index < keys.Length; index++)
                dict[keys[index].Evaluate(frame)] = values[index].Evaluate(frame);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }

        return dict;
    }
}
