namespace Daybook.Jinja;

/// <summary>Refuses delimiters that cannot be told apart.</summary>
internal static class SyntaxCheck
{
    /// <exception cref="ArgumentException">Two delimiters are the same, or one is empty.</exception>
    public static void Validate(JinjaSyntax syntax)
    {
        string[] delimiters = [syntax.BlockStart, syntax.BlockEnd, syntax.VariableStart, syntax.VariableEnd, syntax.CommentStart, syntax.CommentEnd];
        if (delimiters.Any(string.IsNullOrEmpty) || syntax.LineStatementPrefix is "" || syntax.LineCommentPrefix is "")
            throw new ArgumentException("a delimiter must not be empty", nameof(syntax));
        if (syntax.BlockStart == syntax.VariableStart || syntax.BlockStart == syntax.CommentStart || syntax.VariableStart == syntax.CommentStart)
            throw new ArgumentException("block, variable and comment start strings must be different", nameof(syntax));
        if (syntax.NewlineSequence is not ("\n" or "\r\n" or "\r"))
            throw new ArgumentException("the newline sequence must be \\n, \\r\\n or \\r", nameof(syntax));
    }
}
