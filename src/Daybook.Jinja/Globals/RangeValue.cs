using System.Numerics;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>Python's <c>range</c>.</summary>
internal sealed class RangeValue(long start, long stop, long step) : PyObject
{
    /// <summary>What keeps the arithmetic within 64 bits.</summary>
    private const long LargestBound = long.MaxValue / 4;

    private static readonly Signature ItemOf = Signature.Of("index", ["value"]);

    internal override string TypeName => "range";

    internal override bool IsSubscriptable => true;

    private long Count => step > 0
        ? start < stop ? (stop - start - 1) / step + 1 : 0
        : start > stop ? (start - stop - 1) / -step + 1 : 0;

    /// <summary><c>range(stop)</c>, <c>range(start, stop, step)</c></summary>
    /// <exception cref="PyException">It has more items than <see cref="RenderLimits.RangeSize"/>.</exception>
    public static object Make(RenderState state, Arguments arguments)
    {
        if (arguments.KeywordCount > 0)
            throw PyErrors.Type("range() takes no keyword arguments");
        var limit = state.Limits.RangeSize;
        if (arguments.Count is 0 or > 3)
            throw PyErrors.Type($"range expected at {(arguments.Count == 0 ? "least 1 argument" : "most 3 arguments")}, got {arguments.Count}");
        var start = arguments.Count == 1 ? 0 : Integer(arguments[0]);
        var stop = Integer(arguments[arguments.Count == 1 ? 0 : 1]);
        var step = arguments.Count == 3 ? Integer(arguments[2]) : 1;
        if (step.IsZero)
            throw PyErrors.Value("range() arg 3 must not be zero");
        var span = step.Sign > 0 ? stop - start : start - stop;
        if (span > limit * BigInteger.Abs(step))
            throw PyErrors.Overflow($"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({limit}).");
        if (BigInteger.Max(BigInteger.Max(BigInteger.Abs(start), BigInteger.Abs(stop)), BigInteger.Abs(step)) > LargestBound)
            throw PyErrors.Overflow($"a range's bounds cannot be larger than {LargestBound}");
        return new RangeValue((long)start, (long)stop, (long)step);
    }

    internal override string Repr() => step == 1 ? $"range({start}, {stop})" : $"range({start}, {stop}, {step})";

    internal override bool TryGetLength(out long length)
    {
        length = Count;
        return true;
    }

    internal override IEnumerator<object?> GetIterator()
    {
        var value = start;
        for (var left = Count; left > 0; left--, value += step)
            yield return PyBox.Of(value);
    }

    internal override bool TryGetItem(object? key, out object? value)
    {
        value = null;
        if (!PyNumber.TryLong(key, out var index))
            return false;
        if (index < 0)
            index += Count;
        if (index < 0 || index >= Count)
            return false;
        value = PyBox.Of(start + index * step);
        return true;
    }

    internal override object Slice(object? from, object? to, object? stride)
    {
        var slice = PySlice.Of(from, to, stride, (int)Count);
        return new RangeValue(start + slice.Start * step, start + slice.Stop * step, step * slice.Step);
    }

    internal override bool? Contains(object? item) =>
        PyNumber.TryLong(item, out var number)
            ? (step > 0 ? number >= start && number < stop : number <= start && number > stop) && (number - start) % step == 0
            : null;

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "start" => PyBox.Of(start),
            "stop" => PyBox.Of(stop),
            "step" => PyBox.Of(step),
            "index" => new BoundMethod(this, name, (_, _, arguments) => IndexOf(ItemOf.Bind(arguments)[0])),
            "count" => new BoundMethod(this, name, (_, _, arguments) => PyBox.Of(Contains(ItemOf.Bind(arguments)[0]) == true ? 1L : 0L)),
            _ => null,
        };
        return value is not null;
    }

    internal override bool IsEqualTo(object? other) => other is RangeValue range && Items().SequenceEqual(range.Items());

    internal override int Hash() => Items().Aggregate(17, (hash, item) => HashCode.Combine(hash, item));

    private object IndexOf(object? item) => PyNumber.TryLong(item, out var number) && Contains(item) == true
        ? PyBox.Of((number - start) / step)
        : throw PyErrors.Value($"{PyText.Repr(item)} is not in range");

    private static BigInteger Integer(object? value) => PyNumber.TryInteger(value, out var number) ? number : throw PyErrors.NotAnInteger(value);

    private IEnumerable<object?> Items()
    {
        for (var index = 0L; index < Count; index++)
            yield return start + index * step;
    }
}
