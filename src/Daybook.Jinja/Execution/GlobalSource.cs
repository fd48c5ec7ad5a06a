using System.Collections.Frozen;

namespace Daybook.Jinja.Execution;

internal sealed class GlobalSource(FrozenDictionary<string, object?> globals) : VariableSource
{
    public override IEnumerable<string> Names => globals.Keys;

    public override bool TryGet(string name, out object? value) => globals.TryGetValue(name, out value);
}
