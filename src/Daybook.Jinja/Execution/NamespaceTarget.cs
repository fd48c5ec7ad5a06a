using Daybook.Jinja.Globals;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class NamespaceTarget(VariableAccess variable, string attribute) : AssignmentTarget
{
    public override void Assign(Frame frame, object? value)
    {
        if (variable.Read(frame) is not NamespaceValue target)
            throw new PyException(PyErrorKind.TemplateRuntimeError, "cannot assign attribute on non-namespace object");
        target[attribute] = value;
    }
}
