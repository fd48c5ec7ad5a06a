namespace Daybook.Jinja;

/// <summary>A template value that can be called.</summary>
public abstract class PyCallable : PyObject
{
    private protected PyCallable()
    {
    }

    internal abstract object? Call(RenderState state, Arguments arguments);
}
