namespace Daybook.Jinja.Execution;

internal sealed class VariableLayer(IReadOnlyDictionary<string, object?> values, VariableSource next) : VariableSource
{
    public override IEnumerable<string> Names => values.Keys.Concat(next.Names);

    public override bool TryGet(string name, out object? value) => values.TryGetValue(name, out value) || next.TryGet(name, out value);
}
