using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>The names that are set at some place in a template, for an included or imported template or a scoped block to see.</summary>
internal sealed class LocalNames((string Name, VariableAccess Variable)[] names)
{
    public static LocalNames Of(CompileScope scope) =>
        new([.. scope.Symbols.StoredVariables().Select(pair => (pair.Key, VariableAccess.Of(scope.Function, pair.Value)))]);

    public Dictionary<string, object?> Read(Frame frame)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, variable) in names)
        {
            if (variable.Read(frame) is var value && !ReferenceEquals(value, Missing.Value))
                values[name] = value;
        }

        return values;
    }
}
