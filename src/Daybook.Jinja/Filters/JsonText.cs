using System.Globalization;
using System.Numerics;
using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Python's <c>json.dumps</c> with sorted keys and everything beyond ASCII escaped.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _output = new();
    private readonly List<object> _open = [];
    private readonly RenderState _state;

    /// <summary>What a nested line starts with, once per level; null for everything in one line.</summary>
    private readonly string? _indent;

    private JsonText(string? indent, RenderState state)
    {
        _indent = indent;
        _state = state;
    }

    /// <param name="value">What is written.</param>
    /// <param name="indent">None, a number of spaces, or a text.</param>
    /// <param name="state">The rendering.</param>
    public static string Of(object? value, object? indent, RenderState state)
    {
        var text = new JsonText(
            indent is null ? null : indent as string ?? (string)PyNumbers.Multiply(" ", indent, state.ValueLimits)!, state);
        text.Write(value);
        return text._output.ToString();
    }

    private void Write(object? value)
    {
        _state.Step();
        _state.ValueLimits.CheckText(_output.Length);
        switch (value)
        {
            case null or bool or long or BigInteger or double:
                _output.Append(Scalar(value));
                break;
            case string text:
                WriteText(text);
                break;
            case Markup markup:
                WriteText(markup.Text);
                break;
            case PyList list:
                Nested(list, '[', ']', list.Items.Count, i => Write(list.Items[i]));
                break;
            case PyTuple tuple:
                Nested(tuple, '[', ']', tuple.Items.Length, i => Write(tuple.Items[i]));
                break;
            case PyDict dict:
                WriteDict(dict);
                break;
            default:
                throw PyErrors.Type($"Object of type {PyType.NameOf(value)} is not JSON serializable");
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        double.NaN => "NaN",
        _ => PyText.Repr(value),
    };

    private void WriteDict(PyDict dict)
    {
        var keys = PySort.Sort([.. dict.Keys], null, reverse: false);
        Nested(dict, '{', '}', keys.Length, i =>
        {
            WriteText(KeyText(keys[i]));
            _output.Append(": ");
            Write(dict[keys[i]]);
        });
    }

    private static string KeyText(object? key) => key switch
    {
        string text => text,
        Markup markup => markup.Text,
        null or bool or long or BigInteger or double => Scalar(key),
        _ => throw PyErrors.Type($"keys must be str, int, float, bool or None, not {PyType.NameOf(key)}"),
    };

    private void Nested(object container, char open, char close, int count, Action<int> write)
    {
        if (_open.Exists(other => ReferenceEquals(other, container)))
            throw PyErrors.Value("Circular reference detected");
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PyErrors.Recursion("while encoding a JSON object");
        _output.Append(open);
        if (count > 0)
        {
            _open.Add(container);
            for (var i = 0; i < count; i++)
            {
                if (i > 0)
                    _output.Append(_indent is null ? ", " : ",");
                NextLine();
                write(i);
            }

            _open.RemoveAt(_open.Count - 1);
            NextLine();
        }

        _output.Append(close);
    }

    private void NextLine()
    {
        if (_indent is null)
            return;
        _output.Append('\n');
        for (var i = 0; i < _open.Count; i++)
            _output.Append(_indent);
    }

    private void WriteText(string text)
    {
        _output.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    _output.Append('\\').Append(c);
                    break;
                case '\n':
                    _output.Append("\\n");
                    break;
                case '\r':
                    _output.Append("\\r");
                    break;
                case '\t':
                    _output.Append("\\t");
                    break;
                case '\f':
                    _output.Append("\\f");
                    break;
                case '\b':
                    _output.Append("\\b");
                    break;
                case >= ' ' and <= '~':
                    _output.Append(c);
                    break;
                default:
                    _output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
            }
        }

        _output.Append('"');
    }
}
