using System.Numerics;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>Python's <c>range</c>.</summary>
internal sealed class RangeValue(long start, long stop, long step) : PyObject
{
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
        if (arguments.Count is 0 or > 3)
            throw PyErrors.Type($"range expected at {(arguments.Count == 0 ? "least 1 argument" : "most 3 arguments")}, got {arguments.Count}");
        var made = arguments.Count == 1
            ? new RangeValue(0, Integer(arguments[0]), 1)
            : new RangeValue(Integer(arguments[0]), Integer(arguments[1]), arguments.Count == 3 ? Integer(arguments[2]) : 1);
        if (arguments.Count == 3 && Integer(arguments[2]) == 0)
            throw PyErrors.Value("range() arg 3 must not be zero");
        if (made.Count > state.Limits.RangeSize)
            throw PyErrors.Overflow($"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({state.Limits.RangeSize}).");
        return made;
    }

    internal override string Repr() => step == 1 ? $"range({start}, {stop})" : $"range({start}, {stop}, {step})";

    internal override bool TryGetLength(out long length)
    {
        length = Count;
        return true;
    }

    internal override IEnumerator<object?> GetIterator()
    {
        for (var index = 0L; index < Count; index++)
            yield return PyBox.Of(start + index * step);
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
        return new RangeValue(start + slice.Start * step, start + (slice.Start + (long)slice.Count * slice.Step) * step, step * slice.Step);
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
            _ => null,
        };
        return value is not null;
    }

    internal override bool IsEqualTo(object? other) => other is RangeValue range && Items().SequenceEqual(range.Items());

    internal override int Hash() => Items().Aggregate(17, (hash, item) => HashCode.Combine(hash, item));

    private static long Integer(object? value) => value switch
    {
        Undefined undefined => throw undefined.Error(),
        double => throw PyErrors.NotAnInteger(value),
        _ when PyNumber.TryInteger(value, out var number) => (long)BigInteger.Clamp(number, long.MinValue / 4, long.MaxValue / 4),
        _ => throw PyErrors.NotAnInteger(value),
    };

    private IEnumerable<object?> Items()
    {
        for (var index = 0L; index < Count; index++)
            yield return start + index * step;
    }
}
