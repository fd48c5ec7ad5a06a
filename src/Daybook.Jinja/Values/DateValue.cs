using System.Globalization;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A Python <c>date</c> or <c>datetime</c>.</summary>
/// <param name="moment">The local date and time; midnight for a date.</param>
/// <param name="offset">The offset from UTC; null for a date and for a time without a zone.</param>
internal sealed class DateValue(DateTime moment, TimeSpan? offset, bool hasTime) : PyObject
{
    private static readonly Signature FormatSignature = Signature.Of("strftime", ["format"]);

    private static readonly Signature IsoSignature = Signature.Of("isoformat", [], ("sep", "T"));

    internal override string TypeName => hasTime ? "datetime.datetime" : "datetime.date";

    public static DateValue Of(object date) => date switch
    {
        DateOnly day => new DateValue(day.ToDateTime(TimeOnly.MinValue), null, hasTime: false),
        DateTime time => new DateValue(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), time.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null, hasTime: true),
        DateTimeOffset time => new DateValue(time.DateTime, time.Offset, hasTime: true),
        _ => throw new ArgumentException($"{date.GetType()} is not a date", nameof(date)),
    };

    internal override string Str() => Iso(" ");

    internal override string Repr()
    {
        var parts = moment.ToString(hasTime ? "yyyy, M, d, H, m" : "yyyy, M, d", CultureInfo.InvariantCulture);
        if (hasTime && (moment.Second > 0 || Microsecond > 0))
            parts += string.Create(CultureInfo.InvariantCulture, $", {moment.Second}");
        if (Microsecond > 0)
            parts += string.Create(CultureInfo.InvariantCulture, $", {Microsecond}");
        return $"{TypeName}({parts})";
    }

    internal override string FormatWith(string spec) => Format(spec);

    internal override bool IsEqualTo(object? other) => other is DateValue date && Key(date) == Key(this) && date.IsDateTime == hasTime;

    internal override int Hash() => Key(this).GetHashCode();

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "year" => PyBox.Of((long)moment.Year),
            "month" => PyBox.Of((long)moment.Month),
            "day" => PyBox.Of((long)moment.Day),
            "hour" when hasTime => PyBox.Of((long)moment.Hour),
            "minute" when hasTime => PyBox.Of((long)moment.Minute),
            "second" when hasTime => PyBox.Of((long)moment.Second),
            "microsecond" when hasTime => PyBox.Of(Microsecond),
            "isoformat" => new BoundMethod(this, name, (_, _, arguments) => Iso(hasTime ? PyText.Str(IsoSignature.Bind(arguments)[0]) : "")),
            "strftime" => new BoundMethod(this, name, (_, _, arguments) => Format(FormatSignature.Bind(arguments)[0])),
            "weekday" => new BoundMethod(this, name, (_, _, _) => PyBox.Of(((long)moment.DayOfWeek + 6) % 7)),
            "isoweekday" => new BoundMethod(this, name, (_, _, _) => PyBox.Of(((long)moment.DayOfWeek + 6) % 7 + 1)),
            "toordinal" => new BoundMethod(this, name, (_, _, _) => PyBox.Of((long)(moment.Date - DateTime.MinValue).TotalDays + 1)),
            "date" when hasTime => new BoundMethod(this, name, (_, _, _) => new DateValue(moment.Date, null, hasTime: false)),
            _ => Missing.Value,
        };
        return !ReferenceEquals(value, Missing.Value);
    }

    internal override bool TryOperate(string symbol, object? left, object? right, out object? result)
    {
        result = null;
        if (left is not DateValue first || right is not DateValue second || first.IsDateTime != second.IsDateTime)
            return false;
        var order = Key(first).CompareTo(Key(second));
        result = symbol switch
        {
            "<" => PyBox.Of(order < 0),
            "<=" => PyBox.Of(order <= 0),
            ">" => PyBox.Of(order > 0),
            ">=" => PyBox.Of(order >= 0),
            "-" => new TimeDeltaValue(Key(first) - Key(second)),
            _ => null,
        };
        return result is not null;
    }

    private bool IsDateTime => hasTime;

    private long Microsecond => moment.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;

    /// <summary>The moment by which dates are compared: in UTC where the zone is known.</summary>
    private static DateTime Key(DateValue date) => date.Utc;

    private DateTime Utc => moment - (offset ?? TimeSpan.Zero);

    private string Iso(string separator)
    {
        var text = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!hasTime)
            return text;
        text += separator + moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (Microsecond > 0)
            text += string.Create(CultureInfo.InvariantCulture, $".{Microsecond:000000}");
        return text + (offset is { } zone ? DateFormat.Offset(zone, ":") : "");
    }

    private string Format(object? format) => format is string text
        ? DateFormat.Format(text, moment, offset)
        : throw PyErrors.Type($"strftime() argument 1 must be str, not {PyType.NameOf(format)}");
}
