using System.Text;

namespace Daybook.Export.Mail;

/// <summary>Text in lines of a width, except for words that are longer.</summary>
/// <param name="width">In characters; 76 is what mail readers show.</param>
internal sealed class PlainLines(int width = 76)
{
    private readonly StringBuilder _text = new();
    private bool _owesGap;

    /// <summary>One paragraph or item; line ends in it are kept, and lines after the first are set in below it.</summary>
    public PlainLines Add(string text, int indent = 0, string lead = "")
    {
        foreach (var line in text.Split('\n'))
        {
            Wrap(line, new string(' ', indent), lead);
            lead = new string(' ', lead.Length);
        }

        return this;
    }

    /// <summary>A line as it is, however long.</summary>
    public PlainLines Verbatim(string line)
    {
        Break();
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>An empty line before whatever follows.</summary>
    public PlainLines Gap()
    {
        _owesGap = _text.Length > 0;
        return this;
    }

    public PlainLines Heading(string text)
    {
        Gap();
        Add(text);
        _text.Append('=', Math.Min(text.Length, width)).Append('\n');
        return Gap();
    }

    public override string ToString() => _text.ToString();

    private void Wrap(string text, string indent, string lead)
    {
        Break();
        _text.Append(indent).Append(lead);
        var (column, isFirst) = (indent.Length + lead.Length, true);
        var hang = indent + new string(' ', text.StartsWith("- ", StringComparison.Ordinal) ? 2 : lead.Length);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && column + 1L + word.Length > width)
            {
                _text.Append('\n').Append(hang);
                (column, isFirst) = (hang.Length, true);
            }

            if (!isFirst)
                _text.Append(' ');
            _text.Append(word);
            column += word.Length + (isFirst ? 0 : 1);
            isFirst = false;
        }

        _text.Append('\n');
    }

    private void Break()
    {
        if (_owesGap)
            _text.Append('\n');
        _owesGap = false;
    }
}
