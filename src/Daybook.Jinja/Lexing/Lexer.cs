namespace Daybook.Jinja.Lexing;

/// <summary>Splits template text into tokens by Jinja2's rules.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly JinjaSyntax _syntax;
    private readonly TagStart[] _starts;
    private readonly List<Token> _tokens = [];

    /// <summary>Where each of <see cref="_starts"/> was found last: at or after the position, the next one there is.</summary>
    private readonly int[] _found;
    private readonly Stack<char> _open = new();
    private int _position;
    private bool _lineStarting = true;

    private Lexer(SourceText source, JinjaSyntax syntax)
    {
        _text = source.Text;
        _syntax = syntax;
        _starts = TagStart.Of(syntax);
        _found = [.. _starts.Select(_ => -1)];
    }

    private enum TagKind
    {
        Block,
        Comment,
        LineComment,
        LineStatement,
        Variable,
    }

    /// <summary>All tokens up to the end of the template, or up to an <see cref="TokenKind.Invalid"/> one.</summary>
    public static List<Token> Tokenize(SourceText source, JinjaSyntax syntax)
    {
        var lexer = new Lexer(source, syntax);
        if (lexer.ReadTemplate())
            lexer.Add(TokenKind.EndOfTemplate, "", source.Text.Length, source.Text.Length);
        return lexer._tokens;
    }

    /// <summary>The tokens of one expression that is not inside a template.</summary>
    public static List<Token> TokenizeExpression(SourceText source, JinjaSyntax syntax)
    {
        var lexer = new Lexer(source, syntax);
        lexer._position = PySpace.SkipFrom(source.Text, 0);
        while (lexer._position < source.Text.Length)
        {
            if (!lexer.ReadCodeToken())
                return lexer._tokens;
            lexer._position = PySpace.SkipFrom(source.Text, lexer._position);
        }

        lexer.Add(TokenKind.VariableEnd, "", source.Text.Length, source.Text.Length);
        lexer.Add(TokenKind.EndOfTemplate, "", source.Text.Length, source.Text.Length);
        return lexer._tokens;
    }

    private bool ReadTemplate()
    {
        while (_position < _text.Length)
        {
            if (FindTag() is not { } tag)
            {
                AddData(_position, _text.Length);
                _position = _text.Length;
                return true;
            }

            AddData(_position, TrimBefore(tag));
            _position = tag.End;
            _lineStarting = _text[tag.End - 1] == '\n';
            var isComplete = tag.IsRaw ? ReadRaw(tag.Start) : tag.Kind switch
            {
                TagKind.Comment => ReadComment(tag.Start),
                TagKind.LineComment => ReadLineComment(),
                TagKind.Block => ReadCode(tag, TokenKind.BlockBegin, TokenKind.BlockEnd),
                TagKind.LineStatement => ReadCode(tag, TokenKind.BlockBegin, TokenKind.BlockEnd),
                TagKind.Variable => ReadCode(tag, TokenKind.VariableBegin, TokenKind.VariableEnd),
                _ => throw new InvalidOperationException($"unknown tag {tag.Kind}"),
            };
            if (!isComplete)
                return false;
        }

        return true;
    }

    /// <summary>Where the text before a tag ends once its white-space control is applied.</summary>
    private int TrimBefore(Tag tag)
    {
        if (tag.Sign == '-')
            return PySpace.TrimEnd(_text, _position, tag.Start);
        if (tag.Sign == '+' || !_syntax.LstripBlocks || tag.Kind == TagKind.Variable)
            return tag.Start;
        var newline = tag.Start > _position ? _text.LastIndexOf('\n', tag.Start - 1, tag.Start - _position) : -1;
        if (newline < 0 && !_lineStarting)
            return tag.Start;
        var lineStart = newline < 0 ? _position : newline + 1;
        return PySpace.TrimEnd(_text, lineStart, tag.Start) == lineStart ? lineStart : tag.Start;
    }

    private bool ReadCode(Tag tag, TokenKind begin, TokenKind end)
    {
        Add(begin, _text[tag.Start..tag.End], tag.Start, tag.End);
        _open.Clear();
        while (true)
        {
            if (_open.Count == 0 && CodeEnd(tag.Kind) is var (tokenEnd, resume) && resume >= 0)
            {
                Add(end, _text[_position..tokenEnd], _position, tokenEnd);
                _lineStarting = resume > _position && _text[resume - 1] == '\n';
                _position = resume;
                return true;
            }

            var next = PySpace.SkipFrom(_text, _position);
            if (next > _position)
                _position = next;
            else if (_position >= _text.Length)
                return true;
            else if (!ReadCodeToken())
                return false;
        }
    }

    /// <summary>The end of the closing tag at this position, and where reading goes on after it; -1 if there is none.</summary>
    private (int TokenEnd, int Resume) CodeEnd(TagKind kind)
    {
        switch (kind)
        {
            case TagKind.Variable:
                if (Matches(_position, '-', _syntax.VariableEnd) is var strippedEnd && strippedEnd >= 0)
                    return (strippedEnd, PySpace.SkipFrom(_text, strippedEnd));
                return MatchEnd(_position, _syntax.VariableEnd) is var plain && plain >= 0 ? (plain, plain) : (-1, -1);
            case TagKind.LineStatement:
                var end = PySpace.SkipFrom(_text, _position);
                if (end == _text.Length)
                    return (_position, end);
                var newline = end > _position ? _text.LastIndexOf('\n', end - 1, end - _position) : -1;
                return newline < 0 ? (-1, -1) : (_position, newline + 1);
            case TagKind.Block or TagKind.Comment or TagKind.LineComment:
                return BlockEnd(_position, _syntax.BlockEnd);
            default:
                throw new InvalidOperationException($"unknown tag {kind}");
        }
    }

    /// <summary>A block's or comment's closing tag: <c>+%}</c>, <c>-%}</c> with the white space after it, or <c>%}</c> with a newline if blocks are trimmed.</summary>
    private (int TokenEnd, int Resume) BlockEnd(int position, string tag)
    {
        if (Matches(position, '+', tag) is var kept && kept >= 0)
            return (kept, kept);
        if (Matches(position, '-', tag) is var stripped && stripped >= 0)
            return (stripped, PySpace.SkipFrom(_text, stripped));
        var end = MatchEnd(position, tag);
        return (end, end >= 0 && _syntax.TrimBlocks && end < _text.Length && _text[end] == '\n' ? end + 1 : end);
    }

    private int Matches(int position, char sign, string tag) =>
        position < _text.Length && _text[position] == sign ? MatchEnd(position + 1, tag) : -1;

    private int MatchEnd(int position, string tag) =>
        string.CompareOrdinal(_text, position, tag, 0, tag.Length) == 0 ? position + tag.Length : -1;

    private bool ReadComment(int start)
    {
        for (var index = _position; index < _text.Length; index++)
        {
            var (end, resume) = BlockEnd(index, _syntax.CommentEnd);
            if (end < 0)
                continue;
            _lineStarting = _text[resume - 1] == '\n';
            _position = resume;
            return true;
        }

        return Fail(start, "Missing end of comment tag", $"close the comment with {_syntax.CommentEnd}");
    }

    private bool ReadLineComment()
    {
        var newline = _text.IndexOf('\n', _position);
        _position = newline < 0 ? _text.Length : newline;
        _lineStarting = false;
        return true;
    }

    private bool ReadRaw(int start)
    {
        for (var index = _text.IndexOf(_syntax.BlockStart, _position, StringComparison.Ordinal); index >= 0; index = _text.IndexOf(_syntax.BlockStart, index + 1, StringComparison.Ordinal))
        {
            var after = index + _syntax.BlockStart.Length;
            var sign = after < _text.Length && _text[after] is '-' or '+' ? _text[after++] : '\0';
            after = MatchEnd(PySpace.SkipFrom(_text, after), "endraw");
            if (after < 0)
                continue;
            var (end, resume) = BlockEnd(PySpace.SkipFrom(_text, after), _syntax.BlockEnd);
            if (end < 0)
                continue;
            AddData(_position, TrimBefore(new Tag(TagKind.Block, index, end, sign, true)));
            _lineStarting = _text[resume - 1] == '\n';
            _position = resume;
            return true;
        }

        return Fail(start, "Missing end of raw directive", $"close it with {_syntax.BlockStart} endraw {_syntax.BlockEnd}");
    }

    private void AddData(int start, int end)
    {
        if (end <= start)
            return;
        var data = _text[start..end];
        if (_syntax.NewlineSequence != "\n")
            data = data.Replace("\n", _syntax.NewlineSequence, StringComparison.Ordinal);
        Add(TokenKind.Data, data, start, end);
    }

    private void Add(TokenKind kind, string text, int start, int end, object? value = null) => _tokens.Add(new Token(kind, text, start, end, value));

    private bool Fail(int offset, string message, string? advice = null)
    {
        Add(TokenKind.Invalid, message, offset, offset, advice);
        return false;
    }

    /// <param name="Start">The first character of the tag.</param>
    /// <param name="End">After the opening delimiter and its sign; for raw after the whole opening tag.</param>
    /// <param name="Sign"><c>-</c>, <c>+</c> or <c>\0</c>.</param>
    private readonly record struct Tag(TagKind Kind, int Start, int End, char Sign, bool IsRaw = false);
}
