using System.Globalization;
using System.Numerics;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Composition;

/// <summary>Reads the arguments of our filters. An undefined value raises its own error, which names it.</summary>
internal static class FilterArguments
{
    private const int MaxDecimals = 20;

    /// <summary>The number as a float; null for None.</summary>
    public static double? Number(RenderState state, string filter, object? value) => value switch
    {
        null => null,
        long number => number,
        BigInteger number => (double)number,
        double number => number,
        bool flag => flag ? 1 : 0,
        _ => throw NotANumber(state, filter, value),
    };

    public static PyException NotANumber(RenderState state, string filter, object? value) =>
        new(PyErrorKind.TypeError, $"{filter} needs a number, not '{Text(state, value)}'");

    /// <summary>The text of a value; null for None.</summary>
    public static string? Text(RenderState state, object? value) => value switch
    {
        null => null,
        string text => text,
        Markup markup => markup.Text,
        Undefined => state.Escape(value).Text,
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    public static int Decimals(RenderState state, string filter, object? value) => value is long and >= 0 and <= MaxDecimals
        ? (int)(long)value
        : throw new PyException(PyErrorKind.ValueError, $"{filter} takes 0 to {MaxDecimals} decimals, not '{Text(state, value)}'");

    public static bool IsTrue(object? value) => value is not (null or false or 0L or "");
}
