using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>How to reach a variable: so many frames out, and its place there.</summary>
internal readonly record struct VariableAccess(int Hops, int Slot)
{
    public static VariableAccess Of(CompileScope scope, string name) => Of(scope.Function, scope.Symbols.Reference(name));

    public static VariableAccess Of(FunctionLayout from, Variable variable) => new(from.Depth - variable.Function.Depth, variable.Slot);

    public object? Read(Frame frame)
    {
        for (var hop = Hops; hop > 0; hop--)
            frame = frame.Outer!;
        return frame.Locals[Slot];
    }
}
