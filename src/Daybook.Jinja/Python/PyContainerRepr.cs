using System.Runtime.CompilerServices;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>The text of lists, tuples and dicts; a container inside itself shows as <c>[...]</c>.</summary>
internal sealed class PyContainerRepr(StringBuilder output)
{
    private readonly List<object> _open = [];

    public void Write(object? value)
    {
        WorkMeter.Count();
        if (value is not (PyList or PyTuple or PyDict))
        {
            PyText.WriteRepr(output, value);
            return;
        }

        if (_open.Exists(container => ReferenceEquals(container, value)))
        {
            output.Append(value is PyList ? "[...]" : value is PyDict ? "{...}" : "(...)");
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PyErrors.Recursion("while getting the repr of an object");
        PyLimits.Default.CheckText(output.Length);
        _open.Add(value);
        WriteContainer(value);
        _open.RemoveAt(_open.Count - 1);
    }

    private void WriteContainer(object value)
    {
        switch (value)
        {
            case PyList list:
                output.Append('[');
                WriteItems(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list.Items));
                output.Append(']');
                break;
            case PyTuple tuple:
                output.Append('(');
                WriteItems(tuple.Items.AsSpan());
                output.Append(tuple.Items.Length == 1 ? ",)" : ")");
                break;
            case PyDict dict:
                WriteDict(dict);
                break;
        }
    }

    private void WriteItems(ReadOnlySpan<object?> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                output.Append(", ");
            Write(items[i]);
        }
    }

    private void WriteDict(PyDict dict)
    {
        output.Append('{');
        for (var i = 0; i < dict.Count; i++)
        {
            if (i > 0)
                output.Append(", ");
            var (key, value) = dict.At(i);
            Write(key);
            output.Append(": ");
            Write(value);
        }

        output.Append('}');
    }
}
