using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class ItemExpression(Place place, Expression target, Expression key) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = target.Evaluate(frame);
        var index = key.Evaluate(frame);
        try
        {
            return MemberAccess.GetItem(frame.State, value, index);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
