using System.Globalization;
using System.Numerics;
using Daybook.Jinja.Python;
using Daybook.Jinja;

namespace Daybook.Composition;

internal static class NumberFilters
{
    private static readonly Signature NumberSignature = Signature.Of("format_number", ["value"], ("decimals", 0L));
    private static readonly Signature PercentSignature = Signature.Of("percentage", ["value"], ("decimals", 1L));
    private static readonly Signature RoundSignature = Signature.Of("round_float", ["value"], ("digits", 2L));
    private static readonly Signature BytesSignature = Signature.Of("bytes", ["value"], ("decimals", 1L));
    private static readonly Signature PluralSignature = Signature.Of("pluralize", ["count"], ("first", "s"), ("second", null));
    private static readonly string[] ByteUnits = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];

    public static KeyValuePair<string, JinjaFunction>[] All { get; } =
    [
        new("format_number", FormatNumber), new("percentage", Percentage), new("format_percentage", Percentage), new("format_percent", Percentage),
        new("round_float", RoundFloat), new("bytes", Bytes), new("pluralize", Pluralize),
    ];

    /// <summary>Thousands separators and fixed decimals: <c>1,234.50</c>.</summary>
    private static string FormatNumber(RenderState state, Arguments arguments)
    {
        var bound = NumberSignature.Bind(arguments);
        var decimals = FilterArguments.Decimals(state, "format_number", bound[1]);
        return bound[0] switch
        {
            long number => FixedPoint.Format(number, decimals, grouped: true),
            BigInteger number => FixedPoint.Format(number, decimals, grouped: true),
            var value => Finite(FilterArguments.Number(state, "format_number", value)) is { } number ? FixedPoint.Format(number, decimals, grouped: true) : MissingText.NotMeasured,
        };
    }

    /// <summary>A value that is in percent already: 12.34 prints as <c>12.3%</c>.</summary>
    private static string Percentage(RenderState state, Arguments arguments)
    {
        var bound = PercentSignature.Bind(arguments);
        var decimals = FilterArguments.Decimals(state, "percentage", bound[1]);
        return Finite(FilterArguments.Number(state, "percentage", bound[0])) is { } number ? FixedPoint.Format(number, decimals, grouped: true) + "%" : MissingText.NotMeasured;
    }

    /// <summary>A number with at most so many decimals: 149.72500000000002 becomes 149.73.</summary>
    private static object? RoundFloat(RenderState state, Arguments arguments)
    {
        var bound = RoundSignature.Bind(arguments);
        var decimals = FilterArguments.Decimals(state, "round_float", bound[1]);
        return bound[0] is long or BigInteger ? bound[0]
            : Finite(FilterArguments.Number(state, "round_float", bound[0])) is { } number
                ? double.Parse(FixedPoint.Format(number, decimals, grouped: false), CultureInfo.InvariantCulture)
                : MissingText.NotMeasured;
    }

    /// <summary>A size: 1,536,000 prints as <c>1.5 MB</c> (units of 1,000).</summary>
    private static string Bytes(RenderState state, Arguments arguments)
    {
        var bound = BytesSignature.Bind(arguments);
        var decimals = FilterArguments.Decimals(state, "bytes", bound[1]);
        if (Finite(FilterArguments.Number(state, "bytes", bound[0])) is not { } size)
            return MissingText.NotMeasured;
        var unit = 0;
        while (Math.Abs(size) >= 1000 && unit < ByteUnits.Length - 1)
            (size, unit) = (size / 1000, unit + 1);
        return unit == 0 && Math.Abs(size) == 1 ? $"{FixedPoint.Format(size, 0, grouped: false)} byte" : $"{FixedPoint.Format(size, unit == 0 ? 0 : decimals, grouped: false)} {ByteUnits[unit]}";
    }

    /// <summary><c>test{{ n | pluralize }}</c>, <c>repl{{ n | pluralize('y', 'ies') }}</c>: one text is the plural's ending, two are singular and plural.</summary>
    private static object? Pluralize(RenderState state, Arguments arguments)
    {
        var bound = PluralSignature.Bind(arguments);
        var isOne = FilterArguments.Number(state, "pluralize", bound[0]) == 1;
        return bound[2] is null ? isOne ? "" : bound[1] : isOne ? bound[1] : bound[2];
    }

    private static double? Finite(double? number) => number is { } value && double.IsFinite(value) ? value : null;
}
