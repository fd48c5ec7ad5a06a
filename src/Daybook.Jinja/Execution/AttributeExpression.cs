using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class AttributeExpression(Place place, Expression target, string name) : Expression(place)
{
    private readonly bool _isDictKey = !name.StartsWith('_') && !DictMethods.All.ContainsKey(name);

    /// <summary>Where the key was found last. Threads may overwrite each other's: it is only where to look first.</summary>
    private int _place;

    public override object? Evaluate(Frame frame)
    {
        var value = target.Evaluate(frame);
        if (_isDictKey && value is PyDict dict && dict.TryGet(name, ref _place, out var item))
            return item;
        try
        {
            return MemberAccess.GetAttribute(frame.State, value, name);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
