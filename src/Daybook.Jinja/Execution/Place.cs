using Daybook.Jinja.Lexing;

namespace Daybook.Jinja.Execution;

/// <summary>Where in which template a piece of code stands.</summary>
internal sealed record Place(SourceText Source, int Start, int End)
{
    /// <summary>The source text, cut where it is long.</summary>
    public string Text => Source.Text[Start..End] is { Length: > 120 } text ? text[..117] + "..." : Source.Text[Start..End];
}
