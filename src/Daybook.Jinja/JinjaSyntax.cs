namespace Daybook.Jinja;

/// <summary>How template text is told from template code, and what happens to the white space between them.</summary>
public sealed record JinjaSyntax
{
    public string BlockStart { get; init; } = "{%";

    public string BlockEnd { get; init; } = "%}";

    public string VariableStart { get; init; } = "{{";

    public string VariableEnd { get; init; } = "}}";

    public string CommentStart { get; init; } = "{#";

    public string CommentEnd { get; init; } = "#}";

    /// <summary>What makes a whole line a statement, such as <c>#</c>; null for no line statements.</summary>
    public string? LineStatementPrefix { get; init; }

    /// <summary>What makes the rest of a line a comment, such as <c>##</c>; null for no line comments.</summary>
    public string? LineCommentPrefix { get; init; }

    /// <summary>Removes the first newline after a block tag.</summary>
    public bool TrimBlocks { get; init; }

    /// <summary>Removes the white space between the start of a line and a block tag.</summary>
    public bool LstripBlocks { get; init; }

    /// <summary>Keeps the newline at the end of the template, which is removed otherwise.</summary>
    public bool KeepTrailingNewline { get; init; }

    /// <summary>What every newline of the template becomes.</summary>
    public string NewlineSequence { get; init; } = "\n";

    /// <summary>Allows <c>{% do expression %}</c>.</summary>
    public bool DoStatement { get; init; } = true;

    /// <summary>Allows <c>{% break %}</c> and <c>{% continue %}</c>.</summary>
    public bool LoopControls { get; init; } = true;
}
