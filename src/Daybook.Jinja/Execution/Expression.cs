using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Code that makes a value. Errors leave with their place.</summary>
internal abstract class Expression(Place place)
{
    public Place Place => place;

    /// <exception cref="JinjaException">The evaluation failed.</exception>
    public abstract object? Evaluate(Frame frame);

    /// <summary>The value's truth.</summary>
    public virtual bool IsTrue(Frame frame)
    {
        var value = Evaluate(frame);
        if (value is bool flag)
            return flag;
        try
        {
            return PyTruth.IsTrue(value);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }

    /// <summary>The value as a constant, if all it is made of is constant and making it does not fail; this expression otherwise.</summary>
    protected Expression FoldedIf(bool isConstant, Func<object?> evaluate)
    {
        if (!isConstant)
            return this;
        try
        {
            return new ConstantExpression(Place, evaluate());
        }
        catch (PyException)
        {
            return this;
        }
    }
}
