using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Python's <c>pprint.pformat</c>: a value over several lines where it does not fit into one, dicts sorted by key.</summary>
internal sealed class PrettyText
{
    private const int Width = 80;

    private readonly StringBuilder _output = new();
    private readonly List<object> _open = [];

    private PrettyText()
    {
    }

    public static string Of(object? value)
    {
        var text = new PrettyText();
        text.Write(value, 0, 0, 0);
        return text._output.ToString();
    }

    private void Write(object? value, int indent, int allowance, int level)
    {
        var text = PyText.Repr(Sorted(value, 0));
        if (CodePoints.Count(text) <= Width - indent - allowance || !IsSplit(value) || _open.Exists(other => ReferenceEquals(other, value)))
        {
            _output.Append(text);
            PyLimits.Default.CheckText(_output.Length);
            return;
        }

        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PyErrors.Recursion("while setting out a value");
        _open.Add(value!);
        switch (value)
        {
            case string content:
                PrettyString.Write(_output, content, indent, allowance, level + 1, Width);
                break;
            case PyDict dict:
                WriteDict(dict, indent + 1, allowance + 1, level + 1);
                break;
            case PyTuple tuple:
                WriteItems('(', tuple.Items, tuple.Items.Length == 1 ? ",)" : ")", indent, allowance, level + 1);
                break;
            case PyList list:
                WriteItems('[', list.Items, "]", indent, allowance, level + 1);
                break;
        }

        _open.RemoveAt(_open.Count - 1);
    }

    private static bool IsSplit(object? value) => value switch
    {
        string text => text.Length > 0,
        PyTuple tuple => tuple.FieldNames.IsEmpty,
        PyList or PyDict => true,
        _ => false,
    };

    private void WriteItems(char open, IReadOnlyList<object?> items, string close, int indent, int allowance, int level)
    {
        _output.Append(open);
        indent++;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                NextLine(indent);
            Write(items[i], indent, i == items.Count - 1 ? allowance + close.Length : 1, level);
        }

        _output.Append(close);
    }

    private void WriteDict(PyDict dict, int indent, int allowance, int level)
    {
        _output.Append('{');
        var entries = Entries(dict);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
                NextLine(indent);
            var key = PyText.Repr(Sorted(entries[i].Key, 0));
            _output.Append(key).Append(": ");
            Write(entries[i].Value, indent + CodePoints.Count(key) + 2, i == entries.Count - 1 ? allowance : 1, level);
        }

        _output.Append('}');
    }

    private void NextLine(int indent) => _output.Append(",\n").Append(' ', indent);

    /// <summary>A copy in which all dicts are sorted by key.</summary>
    private static object? Sorted(object? value, int depth)
    {
        // Deeper than this a cycle is likely; the text of the rest shows it as such.
        const int deepest = 100;
        if (depth > deepest)
            return value;
        WorkMeter.Count();
        switch (value)
        {
            case PyList list:
                return new PyList(list.Items.ConvertAll(item => Sorted(item, depth + 1)));
            case PyTuple { FieldNames.IsEmpty: true } tuple:
                return new PyTuple([.. tuple.Items.Select(item => Sorted(item, depth + 1))]);
            case PyDict dict:
                var sorted = new PyDict();
                foreach (var (key, item) in Entries(dict))
                    sorted[key] = Sorted(item, depth + 1);
                return sorted;
            default:
                return value;
        }
    }

    private static List<KeyValuePair<object?, object?>> Entries(PyDict dict)
    {
        var keys = PySort.Sort([.. dict.Keys], null, reverse: false, PrettyOrder.Less);
        return [.. keys.Select(key => KeyValuePair.Create(key, dict[key]))];
    }
}
