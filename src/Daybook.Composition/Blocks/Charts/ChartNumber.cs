using System.Text.Json;
using Daybook.Jinja.Python;

namespace Daybook.Composition;

/// <summary>Numbers for charts.</summary>
internal static class ChartNumber
{
    /// <summary>Null is a gap. Text is never guessed to be a number.</summary>
    /// <exception cref="CompositionException"><c>not_a_number</c>.</exception>
    public static double? Read(object? value, string where) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => null,
        long number => number,
        decimal number => (double)number,
        double number when double.IsFinite(number) => number,
        double => null,
        JsonElement { ValueKind: JsonValueKind.Number } element => element.GetDouble(),
        _ => throw new CompositionException(SectionCodes.NotANumber, $"{where} holds '{Shortened(ReadableText.Of(value))}', which is not a number and cannot be drawn."),
    };

    public static string Text(double value, ChartText text) =>
        (text.Decimals is { } decimals ? Localized(FixedPoint.Format(value, decimals, grouped: true), text) : ReadableText.Of(value, text.Locale)) + text.Unit;

    /// <summary>A part of a whole: <c>12.5%</c>.</summary>
    public static string Share(double percent, ChartText text) => Localized(FixedPoint.Format(percent, 1, grouped: false), text) + "%";

    private static string Localized(string number, ChartText text) => text.Locale?.Number(number) ?? number;

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
