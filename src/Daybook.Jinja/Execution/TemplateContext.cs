namespace Daybook.Jinja.Execution;

/// <summary>The names a running template knows, those it exports, and its blocks.</summary>
internal sealed class TemplateContext
{
    private readonly VariableSource _given;
    private Dictionary<string, object?>? _own;
    private HashSet<string>? _exported;

    public TemplateContext(CompiledTemplate template, VariableSource given)
        : this(template, given, new EvalContext(template.Environment.AutoescapeOf(template.Name)))
    {
        foreach (var (name, block) in template.Blocks)
            Blocks[name] = [block];
    }

    private TemplateContext(CompiledTemplate template, VariableSource given, EvalContext evaluation)
    {
        Template = template;
        Evaluation = evaluation;
        _given = given;
        Chain = [template];
    }

    public CompiledTemplate Template { get; }

    public string? Name => Template.Name;

    public EvalContext Evaluation { get; }

    /// <summary>The versions of each block, that of the template that extends the most first.</summary>
    public Dictionary<string, List<CompiledBlock>> Blocks { get; } = [];

    /// <summary>The template and those it extends so far.</summary>
    public List<CompiledTemplate> Chain { get; private init; }

    public IEnumerable<string> Names => (_own?.Keys ?? Enumerable.Empty<string>()).Concat(_given.Names);

    /// <summary>The value, or <see cref="Missing.Value"/>.</summary>
    public object? Resolve(string name)
    {
        if (_own is not null && _own.TryGetValue(name, out var value))
            return value;
        return _given.TryGet(name, out value) ? value : Missing.Value;
    }

    public void Set(string name, object? value, bool? isExported)
    {
        (_own ??= [])[name] = value;
        if (isExported == true)
            (_exported ??= []).Add(name);
        else if (isExported is null)
            _exported?.Remove(name);
    }

    /// <summary>What others can import, by name.</summary>
    public Dictionary<string, object?> Exported() => (_exported ?? []).ToDictionary(name => name, name => _own![name]);

    /// <summary>All names as they are now, with some more in front: what an included or imported template sees.</summary>
    public VariableSource Snapshot(Dictionary<string, object?> locals)
    {
        var source = _own is null ? _given : new VariableLayer(new Dictionary<string, object?>(_own), _given);
        return locals.Count == 0 ? source : new VariableLayer(locals, source);
    }

    /// <summary>The context of a scoped block.</summary>
    public TemplateContext Derive(Dictionary<string, object?> locals)
    {
        var derived = new TemplateContext(Template, Snapshot(locals), Evaluation) { Chain = Chain };
        foreach (var (name, versions) in Blocks)
            derived.Blocks[name] = [.. versions];
        return derived;
    }

    /// <summary>The next version of a block after this one, or an undefined value that says there is none.</summary>
    public object Super(CompiledBlock block, RenderState state) => BlockReference.Of(block.Name, this, state, Blocks[block.Name].IndexOf(block) + 1);
}
