namespace Daybook.Jinja.Lexing;

/// <summary>A template's text with its newlines made <c>\n</c>, and the way from an offset to a line and column.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text, string name, bool keepTrailingNewline)
    {
        Name = name;
        Text = text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        if (!keepTrailingNewline && Text.EndsWith('\n'))
            Text = Text[..^1];
        for (var index = Text.IndexOf('\n'); index >= 0; index = Text.IndexOf('\n', index + 1))
            _lineStarts.Add(index + 1);
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>Line and column, both from 1.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    public JinjaException SyntaxError(int offset, string message, string? advice = null)
    {
        var (line, column) = PositionOf(Math.Min(offset, Text.Length));
        return new JinjaException(new JinjaError(JinjaError.SyntaxKind, message, Name, line, column, null, advice));
    }
}
