using System.Globalization;

namespace Daybook.Jinja.Lexing;

internal sealed partial class Lexer
{
    private static readonly string[] Operators =
        ["//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";"];

    /// <summary>What Unicode allows in names beside letters, digits and marks.</summary>
    private const string OtherNameParts = "\u2118\u212e\u309b\u309c\u00b7\u0387\u1369\u136a\u136b\u136c\u136d\u136e\u136f\u1370\u1371\u19da";

    private bool ReadCodeToken()
    {
        var start = _position;
        if (NumberLiteral.FloatEnd(_text, start) is var floatEnd && floatEnd > 0)
            return AddLiteral(TokenKind.Float, floatEnd, NumberLiteral.ReadFloat(_text[start..floatEnd]));
        if (NumberLiteral.IntegerEnd(_text, start) is var integerEnd && integerEnd > 0)
            return AddLiteral(TokenKind.Integer, integerEnd, NumberLiteral.ReadInteger(_text[start..integerEnd]));
        if (IsNamePart(_text[start]))
            return ReadName();
        if (_text[start] is '\'' or '"')
            return ReadString();
        foreach (var symbol in Operators)
        {
            if (MatchEnd(start, symbol) is var end && end >= 0)
                return ReadOperator(symbol, end);
        }

        return Fail(start, $"unexpected character '{_text[start]}'");
    }

    private bool AddLiteral(TokenKind kind, int end, object value)
    {
        Add(kind, _text[_position..end], _position, end, value);
        _position = end;
        return true;
    }

    private bool ReadName()
    {
        var end = _position + 1;
        while (end < _text.Length && IsNamePart(_text[end]))
            end++;
        var name = _text[_position..end];
        if (!char.IsLetter(name[0]) && name[0] is not ('_' or '\u2118' or '\u212e') && !char.IsSurrogate(name[0]) && char.GetUnicodeCategory(name[0]) != UnicodeCategory.LetterNumber)
            return Fail(_position, "Invalid character in identifier", "a name begins with a letter or an underscore");
        Add(TokenKind.Name, name, _position, end);
        _position = end;
        return true;
    }

    private bool ReadString()
    {
        var quote = _text[_position];
        var end = _position + 1;
        while (end < _text.Length && _text[end] != quote)
            end += _text[end] == '\\' ? 2 : 1;
        if (end >= _text.Length)
            return Fail(_position, "the string that begins here is not closed", $"write {quote} at its end");
        try
        {
            var text = _text[(_position + 1)..end];
            if (_syntax.NewlineSequence != "\n")
                text = text.Replace("\n", _syntax.NewlineSequence, StringComparison.Ordinal);
            return AddLiteral(TokenKind.String, end + 1, StringLiteral.Unescape(text));
        }
        catch (FormatException error)
        {
            return Fail(_position, error.Message);
        }
    }

    private bool ReadOperator(string symbol, int end)
    {
        switch (symbol)
        {
            case "(":
                _open.Push(')');
                break;
            case "[":
                _open.Push(']');
                break;
            case "{":
                _open.Push('}');
                break;
            case ")" or "]" or "}":
                if (_open.Count == 0)
                    return Fail(_position, $"unexpected '{symbol}'");
                if (_open.Pop() is var expected && expected != symbol[0])
                    return Fail(_position, $"unexpected '{symbol}', expected '{expected}'");
                break;
            default:
                break;
        }

        Add(TokenKind.Operator, symbol, _position, end);
        _position = end;
        return true;
    }

    private static bool IsNamePart(char character) =>
        char.IsLetterOrDigit(character) || character == '_' || char.IsSurrogate(character) || OtherNameParts.Contains(character)
        || (character > 127 && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation);
}
