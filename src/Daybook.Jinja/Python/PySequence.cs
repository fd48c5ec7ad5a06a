using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Concatenation and repetition of text, lists and tuples.</summary>
internal static class PySequence
{
    public static bool TryAdd(object? left, object? right, PyLimits limits, out object? result)
    {
        result = (left, right) is (Markup, Undefined { Kind: UndefinedKind.Chainable }) ? left : null;
        if (result is not null || (right is PyObject other && other.TryOperate("+", left, right, out result)))
            return true;
        result = (left, right) switch
        {
            (string a, string b) => Concat(a, b, limits),
            (Markup a, Markup b) => a.With(Concat(a.Text, b.Text, limits)),
            (Markup a, string b) => a.With(Concat(a.Text, a.Escaper.Escape(b), limits)),
            (string a, Markup b) => b.With(Concat(b.Escaper.Escape(a), b.Text, limits)),
            (PyList a, PyList b) => Concat(a, b, limits),
            (PyTuple a, PyTuple b) => Concat(a, b, limits),
            (string or PyList or PyTuple, _) => throw PyErrors.Type(
                $"can only concatenate {PlainName(left)} (not \"{PyType.NameOf(right)}\") to {PlainName(left)}"),
            _ => null,
        };
        return result is not null;
    }

    public static bool TryRepeat(object? left, object? right, PyLimits limits, out object? result)
    {
        result = null;
        var (sequence, times) = IsPlainSequence(left) || !IsSequence(right) ? (left, right) : (right, left);
        if (!IsSequence(sequence) || times is PyObject)
            return false;
        if (!PyNumber.TryInteger(times, out var count))
        {
            // markupsafe leaves other operands to the other side, which complains only if it is a sequence itself.
            return sequence is Markup && !IsPlainSequence(times) ? false : throw PyErrors.Type(
                $"can't multiply sequence by non-int of type '{PyType.NameOf(sequence is Markup ? sequence : times)}'");
        }

        if (count > long.MaxValue || count < long.MinValue)
            throw PyErrors.Overflow("cannot fit 'int' into an index-sized integer");
        result = Repeat(sequence, count.Sign < 0 ? 0 : (long)count, limits);
        return true;
    }

    private static bool IsSequence(object? value) => value is Markup || IsPlainSequence(value);

    private static bool IsPlainSequence(object? value) => value is string or PyList or PyTuple;

    private static string PlainName(object? sequence) => sequence is PyTuple ? "tuple" : PyType.NameOf(sequence);

    private static string Concat(string left, string right, PyLimits limits)
    {
        limits.CheckText((long)left.Length + right.Length);
        return left + right;
    }

    private static PyList Concat(PyList left, PyList right, PyLimits limits)
    {
        limits.CheckItems((long)left.Items.Count + right.Items.Count);
        return new PyList([.. left.Items, .. right.Items]);
    }

    private static PyTuple Concat(PyTuple left, PyTuple right, PyLimits limits)
    {
        limits.CheckItems((long)left.Items.Length + right.Items.Length);
        return new PyTuple(left.Items.AddRange(right.Items));
    }

    private static object Repeat(object? sequence, long count, PyLimits limits) => sequence switch
    {
        string text => Repeat(text, count, limits),
        Markup markup => markup.With(Repeat(markup.Text, count, limits)),
        PyList list => new PyList([.. Repeat(list.Items, count, limits)]),
        PyTuple tuple => new PyTuple([.. Repeat(tuple.Items, count, limits)]),
        _ => throw new ArgumentException("Not a sequence.", nameof(sequence)),
    };

    public static string Repeat(string text, long count, PyLimits limits)
    {
        if (text.Length == 0)
            return text;
        limits.CheckText(Total(text.Length, count));
        return text.Length == 1
            ? new string(text[0], (int)count)
            : string.Create(text.Length * (int)count, text, static (span, part) =>
            {
                for (var i = 0; i < span.Length; i += part.Length)
                    part.CopyTo(span[i..]);
            });
    }

    private static IEnumerable<object?> Repeat(IReadOnlyList<object?> items, long count, PyLimits limits)
    {
        if (items.Count == 0)
            return [];
        limits.CheckItems(Total(items.Count, count));
        return Enumerable.Repeat(items, (int)count).SelectMany(static part => part);
    }

    private static long Total(int length, long count)
    {
        var total = (BigInteger)length * count;
        return total > long.MaxValue ? long.MaxValue : (long)total;
    }
}
