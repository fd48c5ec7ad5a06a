using System.Buffers;
using System.Globalization;
using System.Text;

namespace Daybook.Export;

/// <summary>
/// Writes HTML that is also well-formed XML, as UTF-8. Text and attribute values are escaped here and nowhere else; markup is written with
/// <see cref="Raw(ReadOnlySpan{byte})"/>, which only ever takes text of the product itself.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'" + HiddenCharacters.All);

    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    public HtmlWriter Raw(ReadOnlySpan<byte> markup)
    {
        _buffer.Write(markup);
        return this;
    }

    public HtmlWriter Raw(ReadOnlySpan<char> markup)
    {
        Encoding.UTF8.GetBytes(markup, _buffer);
        return this;
    }

    public HtmlWriter Number(int value)
    {
        value.TryFormat(_buffer.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        return this;
    }

    /// <summary>Text between tags. Characters that no eye can see are shown by their code, so that nothing hides in a report.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text) => Escaped(text, showHidden: true);

    /// <summary>A whole attribute with a leading space. Hidden characters become U+FFFD.</summary>
    public HtmlWriter Attribute(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Raw(" "u8).Raw(name).Raw("=\""u8);
        return Escaped(value, showHidden: false).Raw("\""u8);
    }

    /// <summary>Text where no tags can stand, such as the page title. Hidden characters become U+FFFD.</summary>
    public HtmlWriter PlainText(ReadOnlySpan<char> text) => Escaped(text, showHidden: false);

    private HtmlWriter Escaped(ReadOnlySpan<char> text, bool showHidden)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            Raw(text[..next]);
            text = text[(next + Character(text[next..], showHidden))..];
        }

        return Raw(text);
    }

    /// <summary>Writes the special character at the start of <paramref name="text"/> and returns how long it was.</summary>
    private int Character(ReadOnlySpan<char> text, bool showHidden)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                return 1;
            case '<':
                Raw("&lt;"u8);
                return 1;
            case '>':
                Raw("&gt;"u8);
                return 1;
            case '"':
                Raw("&quot;"u8);
                return 1;
            case '\'':
                Raw("&#39;"u8);
                return 1;
        }

        var code = HiddenCharacters.At(text, out var length);
        if (code is null)
            Raw(text[..length]);
        else if (showHidden)
            Raw("<span class=\"hidden-char\">U+"u8).Raw(code.Value.ToString("X4", CultureInfo.InvariantCulture)).Raw("</span>"u8);
        else
            Raw("\uFFFD"u8);
        return length;
    }
}
