using System.Globalization;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Composition;

internal static class TimeFilters
{
    private static readonly Signature DateSignature = Signature.Of("format_date", ["value"], ("format", "%Y-%m-%d"));
    private static readonly Signature TimestampSignature = Signature.Of("format_timestamp", ["value"], ("format", "%Y-%m-%d %H:%M:%S"));
    private static readonly Signature DurationSignature = Signature.Of("duration", ["seconds"]);
    private static readonly string[] NaiveFormats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"];

    public static KeyValuePair<string, JinjaFunction>[] All { get; } =
        [new("format_date", FormatDate), new("format_timestamp", FormatTimestamp), new("duration", Duration)];

    private static object? FormatDate(RenderState state, Arguments arguments) => Format(state, DateSignature.Bind(arguments), "format_date");

    private static object? FormatTimestamp(RenderState state, Arguments arguments) => Format(state, TimestampSignature.Bind(arguments), "format_timestamp");

    /// <summary>Formats with Python's strftime; a time keeps the offset it has.</summary>
    private static object? Format(RenderState state, object?[] bound, string filter)
    {
        if (bound[0] is null)
            return MissingText.NotMeasured;
        var date = bound[0] is string text ? Parse(text, filter) : bound[0];
        return state.Call(state.GetAttribute(date, "strftime"), new Arguments(bound[1]));
    }

    private static object? Parse(string text, string filter)
    {
        if (DateOnly.TryParseExact(text, ValueJson.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return JinjaValue.Frozen(date.ToDateTime(TimeOnly.MinValue));
        if (InstantText.TryParse(text, out var instant))
            return JinjaValue.Frozen(instant);
        if (DateTime.TryParseExact(text, NaiveFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var naive))
            return JinjaValue.Frozen(naive);
        throw new PyException(PyErrorKind.ValueError, $"{filter} needs a date or time such as 2026-05-04T17:00:00Z, not '{text}'");
    }

    /// <summary>Seconds in words: <c>850 ms</c>, <c>12.5 s</c>, <c>2 min 3 s</c>, <c>1 h 5 min</c>, <c>3 d 4 h</c>.</summary>
    private static string Duration(RenderState state, Arguments arguments)
    {
        if (FilterArguments.Number(state, "duration", DurationSignature.Bind(arguments)[0]) is not { } seconds || !double.IsFinite(seconds))
            return MissingText.NotMeasured;
        var sign = seconds < 0 ? "-" : "";
        seconds = Math.Abs(seconds);
        if (seconds < 1)
            return seconds == 0 ? "0 s" : $"{sign}{FixedPoint.Format(seconds * 1000, 0, grouped: false)} ms";
        if (seconds < 60)
            return $"{sign}{FixedPoint.Format(seconds, 1, grouped: false)} s";
        var whole = Math.Round(seconds);
        return sign + (whole < 3600 ? Two(whole, 60, "min", 1, "s") : whole < 86400 ? Two(whole, 3600, "h", 60, "min") : Two(whole, 86400, "d", 3600, "h"));
    }

    private static string Two(double seconds, double large, string largeUnit, double small, string smallUnit)
    {
        var rest = Math.Floor(seconds % large / small);
        var first = string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / large):N0} {largeUnit}");
        return rest == 0 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} {rest:N0} {smallUnit}");
    }
}
