using Daybook.Jinja.Compilation;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>The text that statements print, taken instead of printed.</summary>
internal sealed class CapturedExpression(Place place, ScopeEntry entry, Statement[] body, EscapeSetting escaping) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var output = frame.State.Output;
        var mark = output.Length;
        entry.Apply(frame);
        Statement.ExecuteAll(body, frame);
        var text = output.Take(mark);
        try
        {
            frame.State.Reserve(text.Length);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }

        return frame.State.MarkIfEscaping(text, escaping);
    }
}
