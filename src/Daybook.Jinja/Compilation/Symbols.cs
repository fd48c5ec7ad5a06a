namespace Daybook.Jinja.Compilation;

/// <summary>Which names one scope reads and sets, and what they refer to: Jinja2's identifier tracking.</summary>
internal sealed class Symbols
{
    private readonly Dictionary<string, Variable> _variables;
    private readonly Dictionary<string, Variable> _references;
    private readonly Dictionary<Variable, Load> _loads;
    private readonly Dictionary<string, int> _firstUses;
    private readonly HashSet<string> _stores;

    public Symbols(Symbols? parent, FunctionLayout function)
    {
        Parent = parent;
        Function = function;
        _variables = [];
        _references = [];
        _loads = [];
        _firstUses = [];
        _stores = [];
    }

    private Symbols(Symbols copied)
    {
        Parent = copied.Parent;
        Function = copied.Function;
        _variables = copied._variables;
        _references = new(copied._references);
        _loads = new(copied._loads);
        _firstUses = copied._firstUses;
        _stores = [.. copied._stores];
    }

    public Symbols? Parent { get; }

    public FunctionLayout Function { get; }

    /// <summary>What must be done for each variable when the scope is entered.</summary>
    public IReadOnlyDictionary<Variable, Load> Loads => _loads;

    public bool IsStored(string name) => _stores.Contains(name);

    /// <summary>The same scope, for what happens in one branch of it.</summary>
    public Symbols Copy() => new(this);

    public Variable? Find(string name) => _references.TryGetValue(name, out var variable) ? variable : Parent?.Find(name);

    public Variable Reference(string name) => Find(name) ?? throw new InvalidOperationException($"'{name}' is unknown to its scope");

    /// <summary>Where a name that is looked up in the context is first read.</summary>
    public int FirstUse(string name) => _firstUses.GetValueOrDefault(name);

    public void Load(string name, int offset)
    {
        if (Find(name) is not null)
            return;
        _firstUses.TryAdd(name, offset);
        Define(name, new Load(LoadKind.Resolve));
    }

    public void Store(string name)
    {
        _stores.Add(name);
        if (!_references.ContainsKey(name))
            Define(name, Parent?.Find(name) is { } outer ? new Load(LoadKind.Alias, outer) : new Load(LoadKind.Undefined));
    }

    public Variable DeclareParameter(string name)
    {
        _stores.Add(name);
        return Define(name, new Load(LoadKind.Parameter));
    }

    /// <summary>Takes over what the branches of a condition do; a name that only some of them set keeps the value it has outside.</summary>
    public void Merge(params Symbols[] branches)
    {
        var counts = new Dictionary<string, int>();
        foreach (var name in branches.SelectMany(branch => branch._stores).Where(name => !_stores.Contains(name)))
            counts[name] = counts.GetValueOrDefault(name) + 1;
        foreach (var branch in branches)
        {
            foreach (var (name, variable) in branch._references)
                _references[name] = variable;
            foreach (var (variable, load) in branch._loads)
                _loads[variable] = load;
            _stores.UnionWith(branch._stores);
        }

        foreach (var (name, count) in counts)
        {
            if (count < branches.Length)
                _loads[Reference(name)] = Parent?.Find(name) is { } outer ? new Load(LoadKind.Alias, outer) : new Load(LoadKind.Resolve);
        }
    }

    /// <summary>Every name set in this scope or one around it, with the variable it refers to here.</summary>
    public Dictionary<string, Variable> StoredVariables()
    {
        var variables = new Dictionary<string, Variable>();
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var name in scope._stores.Order(StringComparer.Ordinal))
            {
                if (Find(name) is { } variable)
                    variables.TryAdd(name, variable);
            }
        }

        return variables;
    }

    private Variable Define(string name, Load load)
    {
        if (!_variables.TryGetValue(name, out var variable))
            _variables[name] = variable = Function.Add(name);
        _references[name] = variable;
        _loads[variable] = load;
        return variable;
    }
}
