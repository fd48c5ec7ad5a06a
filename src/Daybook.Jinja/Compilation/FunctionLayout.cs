namespace Daybook.Jinja.Compilation;

/// <summary>The variables of one piece of code that runs with its own ones: a template's root, a block, a macro, a recursive loop.</summary>
internal sealed class FunctionLayout(FunctionLayout? outer)
{
    private readonly List<string> _names = [];

    public FunctionLayout? Outer => outer;

    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    public int Count => _names.Count;

    public Variable Add(string name)
    {
        var variable = new Variable(name, _names.Count, this);
        _names.Add(name);
        return variable;
    }

    public string NameOf(int slot) => _names[slot];
}
