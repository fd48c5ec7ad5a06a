using System.Globalization;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A Python <c>timedelta</c>: what is between two dates.</summary>
internal sealed class TimeDeltaValue(TimeSpan span) : PyObject
{
    internal override string TypeName => "datetime.timedelta";

    private TimeSpan Span => span;

    private long Days => (long)Math.Floor(span.TotalDays);

    private long Seconds => (long)(span - TimeSpan.FromDays(Days)).TotalSeconds;

    internal override bool IsTrue() => span != TimeSpan.Zero;

    internal override string Str()
    {
        var rest = TimeSpan.FromSeconds(Seconds);
        var time = rest.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
        return Days == 0 ? time : string.Create(CultureInfo.InvariantCulture, $"{Days} day{(Math.Abs(Days) == 1 ? "" : "s")}, {time}");
    }

    internal override string Repr() => string.Create(CultureInfo.InvariantCulture, $"datetime.timedelta(days={Days}, seconds={Seconds})");

    internal override bool IsEqualTo(object? other) => other is TimeDeltaValue delta && delta.Span == span;

    internal override int Hash() => span.GetHashCode();

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "days" => PyBox.Of(Days),
            "seconds" => PyBox.Of(Seconds),
            "total_seconds" => new BoundMethod(this, name, (_, _, _) => span.TotalSeconds),
            _ => null,
        };
        return value is not null;
    }

    internal override bool TryOperate(string symbol, object? left, object? right, out object? result)
    {
        result = null;
        if (left is not TimeDeltaValue first || right is not TimeDeltaValue second)
            return false;
        var order = first.Span.CompareTo(second.Span);
        result = symbol switch
        {
            "<" => PyBox.Of(order < 0),
            "<=" => PyBox.Of(order <= 0),
            ">" => PyBox.Of(order > 0),
            ">=" => PyBox.Of(order >= 0),
            "+" => new TimeDeltaValue(first.Span + second.Span),
            "-" => new TimeDeltaValue(first.Span - second.Span),
            _ => null,
        };
        return result is not null;
    }
}
