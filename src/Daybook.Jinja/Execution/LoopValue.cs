using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>The <c>loop</c> of a for loop.</summary>
/// <param name="length">How many items there are, if that is known before they are taken.</param>
/// <param name="recursion">The recursive loop this is a run of, or null.</param>
internal sealed class LoopValue(IEnumerator<object?> items, long? length, UndefinedKind undefinedKind, RecursiveRun? recursion) : PyCallable
{
    private static readonly FrozenDictionary<string, Func<LoopValue, object?>> Attributes = new Dictionary<string, Func<LoopValue, object?>>
    {
        ["index"] = loop => PyBox.Of(loop._index + 1),
        ["index0"] = loop => PyBox.Of(loop._index),
        ["revindex"] = loop => PyBox.Of(loop.Length - loop._index),
        ["revindex0"] = loop => PyBox.Of(loop.Length - loop._index - 1),
        ["first"] = loop => PyBox.Of(loop._index == 0),
        ["last"] = loop => PyBox.Of(!loop.Peek()),
        ["length"] = loop => PyBox.Of(loop.Length),
        ["depth"] = loop => PyBox.Of(loop.Depth + 1L),
        ["depth0"] = loop => PyBox.Of((long)loop.Depth),
        ["previtem"] = loop => loop._index == 0 ? loop.Undefined("there is no previous item") : loop._before,
        ["nextitem"] = loop => loop.Peek() ? loop._after : loop.Undefined("there is no next item"),
        ["cycle"] = loop => new BoundMethod(loop, "cycle", Cycle),
        ["changed"] = loop => new BoundMethod(loop, "changed", Changed),
    }.ToFrozenDictionary();

    private IEnumerator<object?> _items = items;
    private long? _length = length;
    private long _index = -1;
    private object? _before;
    private object? _current;
    private object? _after = Missing.Value;
    private PyTuple? _lastChanged;

    internal override string TypeName => "LoopContext";

    internal override string ModuleName => "jinja2.runtime.";

    private int Depth => recursion?.Depth ?? 0;

    private bool HasAfter => !ReferenceEquals(_after, Missing.Value);

    private long Length
    {
        get
        {
            if (_length is { } known)
                return known;
            var rest = new List<object?>();
            while (_items.MoveNext())
                rest.Add(_items.Current);
            _items = rest.GetEnumerator();
            _length = rest.Count + _index + 1 + (HasAfter ? 1 : 0);
            return _length.Value;
        }
    }

    public bool TryNext(out object? item)
    {
        if (HasAfter)
            (item, _after) = (_after, Missing.Value);
        else if (_items.MoveNext())
            item = _items.Current;
        else
        {
            item = null;
            return false;
        }

        _index++;
        _before = _current;
        _current = item;
        return true;
    }

    internal override string Repr() => $"<LoopContext {_index + 1}/{Length}>";

    internal override bool TryGetLength(out long length)
    {
        length = Length;
        return true;
    }

    internal override bool TryGetAttribute(string name, out object? value)
    {
        var isKnown = Attributes.TryGetValue(name, out var attribute);
        value = attribute?.Invoke(this);
        return isKnown;
    }

    internal override object? Call(RenderState state, Arguments arguments)
    {
        if (recursion is null)
            throw PyErrors.Type("The loop must have the 'recursive' marker to be called recursively.");
        return recursion.RenderInner(CallSignature.Bind(arguments)[0]);
    }

    private static readonly Signature CallSignature = Signature.Of("loop", ["iterable"]);

    private static object? Cycle(RenderState state, object? self, Arguments arguments) =>
        arguments.Count == 0 ? throw PyErrors.Type("no items for cycling given") : arguments[(int)(((LoopValue)self!)._index % arguments.Count)];

    private static object Changed(RenderState state, object? self, Arguments arguments)
    {
        var loop = (LoopValue)self!;
        var values = new PyTuple([.. arguments.Positional]);
        if (loop._lastChanged is { } last && PyCompare.AreEqual(last, values))
            return PyBox.False;
        loop._lastChanged = values;
        return PyBox.True;
    }

    private bool Peek()
    {
        if (!HasAfter && _items.MoveNext())
            _after = _items.Current;
        return HasAfter;
    }

    private Undefined Undefined(string sentence) => new(undefinedKind, sentence, Missing.Value, null);
}
