using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>str.format</c> as Jinja's sandbox runs it: attributes and indexes of fields go by the template's own rules.</summary>
/// <param name="state">The rendering.</param>
/// <param name="positional">Values of <c>{}</c> and <c>{0}</c>.</param>
/// <param name="named">Looks up <c>{name}</c>.</param>
/// <param name="escaper">Escapes the values for a markup format; null for plain text.</param>
internal sealed class PyStringFormatter(
    RenderState state, IReadOnlyList<object?> positional, Func<string, object?> named, Escaper? escaper)
{
    private const int MaxNesting = 2;

    private int _nextAutomatic;
    private bool _isManual;

    public string Format(string format) => Format(format, MaxNesting);

    private string Format(string format, int nesting)
    {
        if (nesting < 0)
            throw PyErrors.Value("Max string recursion exceeded");
        if (!format.AsSpan().ContainsAny('{', '}'))
            return format;
        var output = new StringBuilder();
        var reader = new FormatFieldReader(format);
        while (reader.Read(output, out var part))
        {
            if (part is not { } field)
                continue;
            var value = Convert(Resolve(Numbered(field.Name)), field.Conversion);
            output.Append(FormatValue(value, Format(field.Spec, nesting - 1)));
            state.ValueLimits.CheckText(output.Length);
            state.Step();
        }

        return output.ToString();
    }

    private string Numbered(string name)
    {
        var isNumber = name.Length > 0 && name.All(char.IsAsciiDigit);
        if (name.Length > 0 && !isNumber)
            return name;
        if (isNumber ? _nextAutomatic > 0 : _isManual)
            throw PyErrors.Value("cannot switch from manual field specification to automatic field numbering");
        if (!isNumber)
            return (_nextAutomatic++).ToString(CultureInfo.InvariantCulture);
        _isManual = true;
        return name;
    }

    private object? Resolve(string name)
    {
        var at = name.AsSpan().IndexOfAny('.', '[');
        if (at < 0)
            at = name.Length;
        var value = First(name[..at]);
        while (at < name.Length)
            value = name[at] == '.' ? Attribute(value, name, ref at) : Item(value, name, ref at);
        return value;
    }

    private object? First(string name)
        => !TryInteger(name, out var index) ? named(name)
            : index < positional.Count ? positional[(int)index]
            : throw PyErrors.Index("tuple index out of range");

    private object? Attribute(object? value, string name, ref int at)
    {
        var start = ++at;
        var length = name.AsSpan(start).IndexOfAny('.', '[');
        at = length < 0 ? name.Length : start + length;
        return state.GetAttribute(value, NotEmpty(name[start..at]));
    }

    private object? Item(object? value, string name, ref int at)
    {
        var start = ++at;
        at = name.IndexOf(']', start);
        if (at < 0)
            throw PyErrors.Value("Missing ']' in format string");
        var key = NotEmpty(name[start..at++]);
        if (at < name.Length && name[at] is not ('.' or '['))
            throw PyErrors.Value("Only '.' or '[' may follow ']' in format field specifier");
        return state.GetItem(value, TryInteger(key, out var index) ? PyBox.Of(index) : key);
    }

    private static string NotEmpty(string name) => name.Length > 0 ? name : throw PyErrors.Value("Empty attribute in format string");

    private static bool TryInteger(string text, out long number)
    {
        number = 0;
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
            return false;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            ? true
            : throw PyErrors.Value("Too many decimal digits in format string");
    }

    private static object? Convert(object? value, char? conversion) => conversion switch
    {
        null => value,
        's' => PyText.Str(value),
        'r' => PyText.Repr(value),
        'a' => PyStringRepr.Ascii(PyText.Repr(value)),
        _ => throw PyErrors.Value($"Unknown conversion specifier {conversion}"),
    };

    private string FormatValue(object? value, string spec)
    {
        if (escaper is null)
            return PyFormat.Format(value, spec, state.ValueLimits);
        if (value is not Markup markup)
            return escaper.Escape(PyFormat.Format(value, spec, state.ValueLimits));
        return spec.Length == 0 ? markup.Text : throw PyErrors.Value("Unsupported format specification for Markup.");
    }
}
