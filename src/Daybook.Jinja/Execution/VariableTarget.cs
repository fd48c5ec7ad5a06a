namespace Daybook.Jinja.Execution;

internal sealed class VariableTarget(int slot) : AssignmentTarget
{
    public override void Assign(Frame frame, object? value) => frame.Locals[slot] = value;
}
