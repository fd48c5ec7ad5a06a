namespace Daybook.Jinja.Lexing;

/// <param name="Text">The name, the operator, the template data, or the source text of a literal.</param>
/// <param name="Value">The value of a literal.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, object? Value = null)
{
    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;

    public bool IsOperator(string symbol) => Kind == TokenKind.Operator && Text == symbol;

    /// <summary>How an error message calls the token.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.Data => "template text",
        TokenKind.VariableBegin => "begin of print statement",
        TokenKind.VariableEnd => "end of print statement",
        TokenKind.BlockBegin => "begin of statement block",
        TokenKind.BlockEnd => "end of statement block",
        TokenKind.EndOfTemplate => "end of template",
        TokenKind.Name or TokenKind.Operator or TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.Invalid => $"'{Text}'",
        _ => throw new InvalidOperationException($"unknown token kind {Kind}"),
    };
}
