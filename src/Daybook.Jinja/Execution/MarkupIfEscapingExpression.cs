using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>The value of a set block: safe text where the template escapes at this point.</summary>
internal sealed class MarkupIfEscapingExpression(Expression value) : Expression(value.Place)
{
    public override object? Evaluate(Frame frame)
    {
        var result = value.Evaluate(frame);
        return frame.State.Autoescape && result is not Markup ? frame.State.MarkIfEscaping(PyText.Str(result)) : result;
    }
}
