using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>Gives a scope's variables their first values.</summary>
internal sealed class ScopeEntry
{
    private readonly (int Slot, string Name)[] _resolved;
    private readonly (int Slot, VariableAccess Source)[] _aliases;
    private readonly int[] _undefined;
    private readonly int[] _all;

    private ScopeEntry((int, string)[] resolved, (int, VariableAccess)[] aliases, int[] undefined, int[] all)
    {
        _resolved = resolved;
        _aliases = aliases;
        _undefined = undefined;
        _all = all;
    }

    public static ScopeEntry Of(Symbols symbols) => Of(symbols, _ => true);

    /// <summary>The part that stays the same however often the scope is entered: names of the context that it never sets.</summary>
    public static ScopeEntry ConstantsOf(Symbols symbols) => Of(symbols, pair => IsConstant(symbols, pair));

    /// <summary>The part that must be done each time the scope is entered.</summary>
    public static ScopeEntry VariablesOf(Symbols symbols) => Of(symbols, pair => !IsConstant(symbols, pair));

    public void Apply(Frame frame)
    {
        var locals = frame.Locals;
        foreach (var (slot, name) in _resolved)
            locals[slot] = frame.Context.Resolve(name);
        foreach (var (slot, source) in _aliases)
            locals[slot] = source.Read(frame);
        foreach (var slot in _undefined)
            locals[slot] = Missing.Value;
    }

    /// <summary>Forgets the scope's variables, so that a macro defined in it no longer sees them.</summary>
    public void Clear(Frame frame)
    {
        foreach (var slot in _all)
            frame.Locals[slot] = Missing.Value;
    }

    private static bool IsConstant(Symbols symbols, KeyValuePair<Variable, Load> pair) =>
        pair.Value.Kind == LoadKind.Resolve && !symbols.IsStored(pair.Key.Name);

    private static ScopeEntry Of(Symbols symbols, Func<KeyValuePair<Variable, Load>, bool> isIncluded)
    {
        var loads = symbols.Loads.Where(isIncluded).ToList();
        return new ScopeEntry(
            [.. loads.Where(pair => pair.Value.Kind == LoadKind.Resolve).Select(pair => (pair.Key.Slot, pair.Key.Name))],
            [.. loads.Where(pair => pair.Value.Kind == LoadKind.Alias).Select(pair => (pair.Key.Slot, VariableAccess.Of(symbols.Function, pair.Value.Source!)))],
            [.. loads.Where(pair => pair.Value.Kind == LoadKind.Undefined).Select(pair => pair.Key.Slot)],
            [.. loads.Select(pair => pair.Key.Slot)]);
    }
}
