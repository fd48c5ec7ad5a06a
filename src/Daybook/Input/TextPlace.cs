using System.Globalization;

namespace Daybook.Input;

/// <summary>Where in a text a mistake is, both counted from 1.</summary>
/// <param name="Field">The path of the field that stands twice there; null where the text itself is wrong.</param>
internal sealed record TextPlace(int Line, int Column, string? Field)
{
    /// <param name="at">Where in the text, counted from 0.</param>
    public static TextPlace Of(string text, int at, string? field = null)
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        return new TextPlace(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), field);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
}
