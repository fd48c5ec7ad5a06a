namespace Daybook.Jinja.Compilation;

/// <summary>A template variable in one scope: its name and its place among the variables of its function.</summary>
internal sealed class Variable(string name, int slot, FunctionLayout function)
{
    public string Name => name;

    public int Slot => slot;

    public FunctionLayout Function => function;
}
