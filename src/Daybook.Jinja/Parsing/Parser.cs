using Daybook.Jinja.Lexing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

/// <summary>Reads tokens into a syntax tree by Jinja2's grammar.</summary>
internal sealed partial class Parser
{
    /// <summary>How deep tags may stand in each other.</summary>
    private const int StatementDepth = 100;

    private readonly SourceText _source;
    private readonly JinjaSyntax _syntax;
    private readonly List<Token> _tokens;
    private readonly Stack<string> _openTags = new();
    private readonly Stack<string[]> _expectedEnds = new();
    private int _index;
    private int _loopDepth;
    private int _nesting;

    /// <summary>Whether the source is an expression that stands in no template.</summary>
    private bool _isAlone;

    private Parser(SourceText source, JinjaSyntax syntax, List<Token> tokens)
    {
        _source = source;
        _syntax = syntax;
        _tokens = tokens;
        RefuseInvalid();
    }

    private Token Current => _tokens[_index];

    private Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    /// <summary>Where the last token that was taken ends.</summary>
    private int LastEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    /// <exception cref="JinjaException">The first syntax error.</exception>
    public static IReadOnlyList<StatementSyntax> ParseTemplate(SourceText source, JinjaSyntax syntax) =>
        new Parser(source, syntax, Lexer.Tokenize(source, syntax)).ParseBody(null);

    /// <summary>Reads one expression that is not inside a template.</summary>
    /// <exception cref="JinjaException">The first syntax error.</exception>
    public static ExpressionSyntax ParseExpression(SourceText source, JinjaSyntax syntax)
    {
        var parser = new Parser(source, syntax, Lexer.TokenizeExpression(source, syntax)) { _isAlone = true };
        var expression = parser.ParseExpression();
        if (parser.Current.Kind != TokenKind.VariableEnd)
            throw parser.Fail($"expected the end of the expression, got {parser.Described(parser.Current)}");
        return expression;
    }

    private Token Take()
    {
        var token = Current;
        if (_index < _tokens.Count - 1)
            _index++;
        RefuseInvalid();
        return token;
    }

    private void RefuseInvalid()
    {
        if (Current.Kind == TokenKind.Invalid)
            throw _source.SyntaxError(Current.Start, Current.Text, (string?)Current.Value);
    }

    private bool SkipName(string name)
    {
        if (!Current.IsName(name))
            return false;
        Take();
        return true;
    }

    private bool SkipOperator(string symbol)
    {
        if (!Current.IsOperator(symbol))
            return false;
        Take();
        return true;
    }

    private string Described(Token token) => _isAlone && token.Kind == TokenKind.VariableEnd ? "end of the expression" : token.Describe();

    private Token ExpectOperator(string symbol) => Current.IsOperator(symbol) ? Take() : throw Expected($"'{symbol}'");

    private Token ExpectName(string name) => Current.IsName(name) ? Take() : throw Expected($"'{name}'");

    private Token ExpectAnyName() => Current.Kind == TokenKind.Name ? Take() : throw Expected("a name");

    private JinjaException Expected(string expected) => Current.Kind == TokenKind.EndOfTemplate
        ? Fail($"unexpected end of template, expected {expected}")
        : Fail($"expected token {expected}, got {Described(Current)}", AdviceOnExtraText());

    /// <summary>What to say where code ends too early: a forgotten quote, operator or closing brace.</summary>
    private string? AdviceOnExtraText() => Current.Kind switch
    {
        TokenKind.String or TokenKind.Integer or TokenKind.Float => "an operator or a comma is missing before it",
        TokenKind.Name when Current.Text is "endif" or "endfor" or "else" or "elif" => $"is '{_syntax.BlockEnd}' missing before it?",
        TokenKind.Operator when Current.Text == "=" => "write == to compare",
        TokenKind.Data or TokenKind.VariableBegin or TokenKind.VariableEnd or TokenKind.BlockBegin or TokenKind.BlockEnd or TokenKind.Name
            or TokenKind.Operator or TokenKind.EndOfTemplate or TokenKind.Invalid => null,
        _ => throw new InvalidOperationException($"unknown token kind {Current.Kind}"),
    };

    private JinjaException Fail(string message, string? advice = null) => FailAt(Current.Start, message, advice);

    private JinjaException FailAt(int offset, string message, string? advice = null) => _source.SyntaxError(offset, message, advice);
}
