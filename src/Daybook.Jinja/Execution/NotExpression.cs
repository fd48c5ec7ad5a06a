using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class NotExpression(Place place, Expression operand) : Expression(place)
{
    public override object? Evaluate(Frame frame) => PyBox.Of(!operand.IsTrue(frame));

    public override bool IsTrue(Frame frame) => !operand.IsTrue(frame);
}
