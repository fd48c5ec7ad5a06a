using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>What <c>cycler()</c> makes: gives its values in turn.</summary>
internal sealed class CyclerValue(PyTuple items) : PyObject
{
    private int _position;

    internal override string TypeName => "Cycler";

    internal override string ModuleName => "jinja2.utils.";

    private object? Current => items.Items[_position];

    public static object Make(RenderState state, Arguments arguments)
    {
        if (arguments.Count == 0)
            throw new PyException(PyErrorKind.RuntimeError, "at least one item has to be provided");
        return new CyclerValue(new PyTuple([.. arguments.Positional]));
    }

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "current" => Current,
            "items" => items,
            "pos" => PyBox.Of((long)_position),
            "next" => new BoundMethod(this, "next", (_, _, _) => Next()),
            "reset" => new BoundMethod(this, "reset", (_, _, _) => Reset()),
            _ => Missing.Value,
        };
        return !ReferenceEquals(value, Missing.Value);
    }

    private object? Next()
    {
        var current = Current;
        _position = (_position + 1) % items.Items.Length;
        return current;
    }

    private object? Reset()
    {
        _position = 0;
        return null;
    }
}
