namespace Daybook.Jinja.Lexing;

internal enum TokenKind
{
    Data,
    VariableBegin,
    VariableEnd,
    BlockBegin,
    BlockEnd,
    Name,
    String,
    Integer,
    Float,
    Operator,
    EndOfTemplate,

    /// <summary>The text cannot be read from here on; the token's text says why.</summary>
    Invalid,
}
