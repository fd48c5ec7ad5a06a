namespace Daybook.Jinja.Compilation;

/// <summary>What the compiler knows about the place it is at: Jinja2's compile-time frame.</summary>
internal sealed class CompileScope
{
    public CompileScope(Symbols symbols) => Symbols = symbols;

    private CompileScope(CompileScope outer, Symbols symbols)
    {
        Symbols = symbols;
        ChecksOutput = outer.ChecksOutput;
    }

    public Symbols Symbols { get; private init; }

    public FunctionLayout Function => Symbols.Function;

    /// <summary>True where output appears only while no parent template is known.</summary>
    public bool ChecksOutput { get; set; }

    /// <summary>Directly in the template or in conditions there: what is set becomes part of the context and is exported.</summary>
    public bool IsTopLevel { get; init; }

    /// <summary>Directly in the template, not even in a condition.</summary>
    public bool IsRootLevel { get; init; }

    /// <summary>Inside a condition: an unknown filter or test fails only when it is used.</summary>
    public bool IsSoft { get; private init; }

    /// <summary>A new scope of the same function.</summary>
    public CompileScope Inner() => new(this, new Symbols(Symbols, Function));

    /// <summary>A new scope that runs as a function of its own and sees the variables around it.</summary>
    public CompileScope InnerFunction() => new(this, new Symbols(Symbols, new FunctionLayout(Function)));

    /// <summary>A new scope beside the one of an inner function, which sees the variables around that function.</summary>
    public CompileScope InnerOf(CompileScope function) => new(this, new Symbols(Symbols, function.Function));

    /// <summary>The same scope inside a condition.</summary>
    public CompileScope Soft() => new(Symbols.Copy()) { ChecksOutput = ChecksOutput, IsTopLevel = IsTopLevel, IsSoft = true };
}
