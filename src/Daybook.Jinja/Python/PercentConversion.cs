using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Turns one value into text by a <c>%</c> conversion.</summary>
/// <param name="spec">The conversion; its code must be a known one.</param>
/// <param name="escaper">Escapes the value as markupsafe does in <c>Markup % value</c>; null for plain text.</param>
/// <param name="limits">What the text may grow to.</param>
internal sealed class PercentConversion(PercentSpec spec, Escaper? escaper, PyLimits limits)
{
    private const int DefaultPrecision = 6;

    /// <summary>What markupsafe wraps values in, as some messages show.</summary>
    private const string WrapperName = "_MarkupEscapeHelper";

    public string Convert(object? value) => spec.Code switch
    {
        's' => Text(escaper is null ? PyText.Str(value) : escaper.Escape(value).Text),
        'r' => Text(Escaped(PyText.Repr(value))),
        'a' => Text(PyStringRepr.Ascii(Escaped(PyText.Repr(value)))),
        'c' => Pad(Character(value)),
        'd' or 'i' or 'u' or 'o' or 'x' or 'X' => Integer(value),
        _ => Float(value),
    };

    private string Escaped(string text) => escaper is null ? text : escaper.Escape(text);

    private string Text(string text)
    {
        if (spec.Precision is { } precision && precision < CodePoints.Count(text))
            text = text[..CodePoints.UnitIndex(text, precision)];
        return Pad(text);
    }

    private string Pad(string text) => TextLayout.Pad(text, spec.Width, " ", spec.Has(PercentFlags.Left) ? '<' : '>', limits);

    private string Character(object? value)
    {
        if (escaper is null && PyNumber.TryInteger(value, out var number))
            return PyFormat.CodePoint(number);
        var text = escaper is null ? value switch { string plain => plain, Markup markup => markup.Text, _ => "" } : "";
        return CodePoints.Count(text) == 1 ? text : throw PyErrors.Type("%c requires int or char");
    }

    private string Integer(object? value)
    {
        var number = spec.Code is 'o' or 'x' or 'X' ? Exact(value) : Truncated(value);
        var code = spec.Code is 'i' or 'u' ? 'd' : spec.Code;
        var digits = IntegerDigits.Of(BigInteger.Abs(number), code).PadLeft(spec.Precision ?? 0, '0');
        return Number(number.Sign < 0, spec.Has(PercentFlags.Alternate) ? IntegerDigits.Prefix(code) : "", digits);
    }

    private BigInteger Exact(object? value)
        => escaper is null && PyNumber.TryInteger(value, out var number)
            ? number
            : throw PyErrors.Type($"%{spec.Code} format: an integer is required, not {NameOf(value)}");

    private BigInteger Truncated(object? value)
    {
        if (PyNumber.IsNumber(value))
            return PyConvert.ToInteger(value);
        return value is Undefined || (escaper is not null && value is (string or Markup))
            ? PyConvert.ToInteger(value)
            : throw PyErrors.Type($"%{spec.Code} format: a real number is required, not {NameOf(value)}");
    }

    private string Float(object? value)
    {
        if (!PyNumber.TryDouble(value, out var number))
            number = escaper is null && value is not Undefined ? throw PyErrors.Type($"must be real number, not {PyType.NameOf(value)}") : PyConvert.ToDouble(value);
        var style = new FloatStyle(char.ToLowerInvariant(spec.Code), spec.Precision ?? DefaultPrecision, Alternate: spec.Has(PercentFlags.Alternate));
        var text = double.IsNaN(number) ? "nan" : double.IsInfinity(number) ? "inf" : FloatLayout.Format(Math.Abs(number), style);
        return Number(double.IsNegative(number) && !double.IsNaN(number), "", char.IsAsciiLetterUpper(spec.Code) ? text.ToUpperInvariant() : text);
    }

    private string Number(bool isNegative, string prefix, string digits)
    {
        var sign = isNegative ? "-" : spec.Has(PercentFlags.Plus) ? "+" : spec.Has(PercentFlags.Space) ? " " : "";
        var head = sign + prefix;
        return spec.Has(PercentFlags.Zero) && !spec.Has(PercentFlags.Left)
            ? head + TextLayout.Fill("0", Math.Max(0, spec.Width - head.Length - digits.Length), limits) + digits
            : Pad(head + digits);
    }

    private string NameOf(object? value) => escaper is null ? PyType.NameOf(value) : WrapperName;
}
