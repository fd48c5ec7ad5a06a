namespace Daybook.Jinja.Lexing;

internal sealed partial class Lexer
{
    /// <summary>The first opening tag at or after the position.</summary>
    private Tag? FindTag()
    {
        if (_syntax.LineStatementPrefix is null && _syntax.LineCommentPrefix is null)
            return FindDelimiter();
        for (var index = _position; index < _text.Length; index++)
        {
            if (TagAt(index) is { } tag)
                return tag;
        }

        return null;
    }

    private Tag? FindDelimiter()
    {
        for (var index = 0; index < _starts.Length; index++)
        {
            if (_found[index] < _position)
                _found[index] = _text.IndexOf(_starts[index].Text, _position, StringComparison.Ordinal) is >= 0 and var found ? found : int.MaxValue;
        }

        var first = _found.Min();
        return first == int.MaxValue ? null : TagAt(first);
    }

    private Tag? TagAt(int index)
    {
        if (MatchEnd(index, _syntax.BlockStart) is var blockEnd && blockEnd >= 0 && RawTag(index, blockEnd) is { } raw)
            return raw;
        foreach (var start in _starts)
        {
            var end = start.Kind switch
            {
                TagKind.LineStatement => IsLineStart(index) ? MatchEnd(SkipSpaces(index, " \t\v"), start.Text) : -1,
                TagKind.LineComment => IsLineStart(index) || !PySpace.Is(_text[index - 1]) ? MatchEnd(SkipInline(index), start.Text) : -1,
                TagKind.Block or TagKind.Comment or TagKind.Variable => MatchEnd(index, start.Text),
                _ => throw new InvalidOperationException($"unknown tag {start.Kind}"),
            };
            if (end >= 0)
                return WithSign(start.Kind, index, end);
        }

        return null;
    }

    private Tag WithSign(TagKind kind, int start, int end) =>
        end < _text.Length && _text[end] is '-' or '+' ? new Tag(kind, start, end + 1, _text[end]) : new Tag(kind, start, end, '\0');

    private Tag? RawTag(int start, int end)
    {
        var sign = end < _text.Length && _text[end] is '-' or '+' ? _text[end++] : '\0';
        end = MatchEnd(PySpace.SkipFrom(_text, end), "raw");
        if (end < 0)
            return null;
        end = PySpace.SkipFrom(_text, end);
        if (Matches(end, '-', _syntax.BlockEnd) is var stripped && stripped >= 0)
            return new Tag(TagKind.Block, start, PySpace.SkipFrom(_text, stripped), sign, true);
        end = MatchEnd(end, _syntax.BlockEnd);
        return end < 0 ? null : new Tag(TagKind.Block, start, end, sign, true);
    }

    private bool IsLineStart(int index) => index == 0 || _text[index - 1] == '\n';

    private int SkipSpaces(int index, string spaces)
    {
        while (index < _text.Length && spaces.Contains(_text[index]))
            index++;
        return index;
    }

    private int SkipInline(int index)
    {
        while (index < _text.Length && _text[index] != '\n' && PySpace.Is(_text[index]))
            index++;
        return index;
    }

    /// <summary>What opens a tag.</summary>
    private readonly record struct TagStart(TagKind Kind, string Text)
    {
        /// <summary>In the order in which they are tried: the longest first, then as Jinja2 sorts them.</summary>
        public static TagStart[] Of(JinjaSyntax syntax)
        {
            List<TagStart> starts =
            [
                new(TagKind.Variable, syntax.VariableStart),
                new(TagKind.Comment, syntax.CommentStart),
                new(TagKind.Block, syntax.BlockStart),
            ];
            if (syntax.LineStatementPrefix is { } statement)
                starts.Add(new(TagKind.LineStatement, statement));
            if (syntax.LineCommentPrefix is { } comment)
                starts.Add(new(TagKind.LineComment, comment));
            return [.. starts.OrderByDescending(start => start.Text.Length).ThenByDescending(start => start.Kind)];
        }
    }
}
