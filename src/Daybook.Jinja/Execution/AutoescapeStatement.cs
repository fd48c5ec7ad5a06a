using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Changes how output is escaped for the statements inside.</summary>
internal sealed class AutoescapeStatement(ScopeEntry entry, Expression value, AutoescapeMode target, Statement[] body) : Statement
{
    /// <summary>A false value switches escaping off; <c>'html'</c> and <c>'markdown'</c> choose what is escaped for; any other true value escapes for the template's own target.</summary>
    /// <exception cref="PyException">The value has no truth.</exception>
    public static AutoescapeMode ModeOf(object? value, AutoescapeMode target) => value switch
    {
        "html" => AutoescapeMode.Html,
        "markdown" => AutoescapeMode.Markdown,
        _ => PyTruth.IsTrue(value) ? target : AutoescapeMode.None,
    };

    public override Flow Execute(Frame frame)
    {
        var evaluation = frame.State.Evaluation;
        var outer = evaluation.Mode;
        entry.Apply(frame);
        var result = value.Evaluate(frame);
        try
        {
            evaluation.Mode = ModeOf(result, target);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, value.Place);
        }

        var flow = ExecuteAll(body, frame);
        evaluation.Mode = outer;
        entry.Clear(frame);
        return flow;
    }
}
