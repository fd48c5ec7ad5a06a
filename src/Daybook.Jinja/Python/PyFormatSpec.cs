namespace Daybook.Jinja.Python;

/// <summary>Python's format mini-language: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.</summary>
internal sealed record PyFormatSpec
{
    /// <summary>One code point as text.</summary>
    public string Fill { get; private init; } = " ";

    /// <summary>One of <c>&lt; &gt; = ^</c>; null if not given.</summary>
    public char? Align { get; private init; }

    /// <summary>One of <c>+ -</c> and space; null if not given.</summary>
    public char? Sign { get; private init; }

    public bool NoNegativeZero { get; private init; }

    public bool Alternate { get; private init; }

    public int Width { get; private init; }

    /// <summary><c>,</c> or <c>_</c>; null if digits are not grouped.</summary>
    public char? Grouping { get; private init; }

    public int? Precision { get; private init; }

    /// <summary>The type's letter (or what stands in its place); empty if none is given.</summary>
    public string Type { get; private init; } = "";

    /// <param name="spec">The text after the colon.</param>
    /// <param name="typeName">The value's type, for messages.</param>
    /// <param name="isNumber">Whether a leading 0 of the width puts zeros after the sign.</param>
    /// <param name="defaultType">What the value's type takes for an omitted type letter, for messages.</param>
    /// <param name="limits">What width and precision may ask for.</param>
    public static PyFormatSpec Parse(string spec, string typeName, bool isNumber, string defaultType, PyLimits limits)
    {
        var at = 0;
        var result = ReadAlignment(spec, ref at, out var hasFill);
        result = result with
        {
            Sign = at < spec.Length && spec[at] is '+' or '-' or ' ' ? spec[at++] : null,
            NoNegativeZero = Take(spec, ref at, 'z'),
            Alternate = Take(spec, ref at, '#'),
        };
        if (!hasFill && Take(spec, ref at, '0'))
            result = result with { Fill = "0", Align = result.Align ?? (isNumber ? '=' : null) };
        result = result with { Width = ReadInteger(spec, ref at, limits) ?? 0, Grouping = ReadGrouping(spec, ref at) };
        if (Take(spec, ref at, '.'))
            result = result with { Precision = ReadInteger(spec, ref at, limits) ?? throw PyErrors.Value("Format specifier missing precision") };
        if (at < spec.Length && CodePoints.LengthAt(spec, at) < spec.Length - at)
            throw PyErrors.Value($"Invalid format specifier '{spec}' for object of type '{typeName}'");
        result = result with { Type = spec[at..] };
        CheckGrouping(result, defaultType);
        return result;
    }

    public PyException UnknownCode(string typeName)
    {
        var codePoint = CodePoints.At(Type, 0, out _);
        var shown = codePoint is > 32 and < 128 ? Type : FormattableString.Invariant($"\\x{codePoint:x}");
        return PyErrors.Value($"Unknown format code '{shown}' for object of type '{typeName}'");
    }

    private static PyFormatSpec ReadAlignment(string spec, ref int at, out bool hasFill)
    {
        hasFill = false;
        if (spec.Length == 0)
            return new PyFormatSpec();
        var fillLength = CodePoints.LengthAt(spec, 0);
        if (fillLength < spec.Length && IsAlignment(spec[fillLength]))
        {
            hasFill = true;
            at = fillLength + 1;
            return new PyFormatSpec { Fill = spec[..fillLength], Align = spec[fillLength] };
        }

        return IsAlignment(spec[0]) ? new PyFormatSpec { Align = spec[at++] } : new PyFormatSpec();
    }

    private static bool IsAlignment(char c) => c is '<' or '>' or '=' or '^';

    private static bool Take(string spec, ref int at, char c)
    {
        if (at >= spec.Length || spec[at] != c)
            return false;
        at++;
        return true;
    }

    private static int? ReadInteger(string spec, ref int at, PyLimits limits)
    {
        var start = at;
        long number = 0;
        for (; at < spec.Length && char.IsAsciiDigit(spec[at]); at++)
        {
            if (number > (long.MaxValue - 9) / 10)
                throw PyErrors.Value("Too many decimal digits in format string");
            number = (number * 10) + (spec[at] - '0');
        }

        limits.CheckText(number);
        return at == start ? null : (int)number;
    }

    private static char? ReadGrouping(string spec, ref int at)
    {
        char? grouping = Take(spec, ref at, ',') ? ',' : null;
        if (Take(spec, ref at, '_'))
            grouping = grouping is null ? '_' : throw BothGroupings();
        if (grouping == '_' && Take(spec, ref at, ','))
            throw BothGroupings();
        return grouping;
    }

    private static PyException BothGroupings() => PyErrors.Value("Cannot specify both ',' and '_'.");

    private static void CheckGrouping(PyFormatSpec spec, string defaultType)
    {
        if (spec.Grouping is null)
            return;
        var type = spec.Type.Length == 0 ? defaultType : spec.Type;
        var allowed = type is "" or "d" or "e" or "f" or "g" or "E" or "G" or "%" or "F"
            || (spec.Grouping == '_' && type is ("b" or "o" or "x" or "X"));
        if (!allowed)
            throw PyErrors.Value($"Cannot specify '{spec.Grouping}' with '{type}'.");
    }
}
