using System.Globalization;

namespace Daybook.Input;

/// <summary>Where in a text a mistake is, both counted from 1.</summary>
/// <param name="Field">The path of the field that stands twice there; null where the text itself is wrong.</param>
internal sealed record TextPlace(int Line, int Column, string? Field)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
}
