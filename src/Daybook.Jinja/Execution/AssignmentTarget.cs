using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Takes a value.</summary>
internal abstract class AssignmentTarget
{
    /// <exception cref="PyException">The value does not fit the target.</exception>
    public abstract void Assign(Frame frame, object? value);
}
