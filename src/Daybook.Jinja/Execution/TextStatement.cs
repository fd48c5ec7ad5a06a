using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Prints text that is known beforehand.</summary>
internal sealed class TextStatement(Place place, string text) : Statement
{
    /// <summary>The statements with neighbouring texts made one.</summary>
    public static Statement[] Joined(List<Statement> statements)
    {
        var joined = new List<Statement>(statements.Count);
        foreach (var statement in statements)
        {
            if (statement is TextStatement next && joined.Count > 0 && joined[^1] is TextStatement last)
                joined[^1] = new TextStatement(last.Place, last.Text + next.Text);
            else
                joined.Add(statement);
        }

        return [.. joined];
    }

    private string Text => text;

    private Place Place => place;

    public override Flow Execute(Frame frame)
    {
        try
        {
            frame.State.Output.Write(text);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }
}
