namespace Daybook.Jinja.Execution;

/// <summary>The data of a rendering as .NET values; each is converted when it is first used.</summary>
internal sealed class ConvertingSource(IReadOnlyDictionary<string, object?> data, VariableSource next) : VariableSource
{
    private readonly Dictionary<string, object?> _converted = [];

    public override IEnumerable<string> Names => data.Keys.Concat(next.Names);

    public override bool TryGet(string name, out object? value)
    {
        if (_converted.TryGetValue(name, out value))
            return true;
        if (!data.TryGetValue(name, out var given))
            return next.TryGet(name, out value);
        value = JinjaValue.From(given);
        _converted[name] = value;
        return true;
    }
}
