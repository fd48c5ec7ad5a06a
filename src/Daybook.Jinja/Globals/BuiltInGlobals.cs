using System.Collections.Frozen;

namespace Daybook.Jinja.Globals;

/// <summary>The names that every template knows.</summary>
internal static class BuiltInGlobals
{
    public static FrozenDictionary<string, object?> All { get; } = new Dictionary<string, JinjaFunction>
    {
        ["cycler"] = CyclerValue.Make,
        ["dict"] = DictFunction.Make,
        ["joiner"] = JoinerValue.Make,
        ["lipsum"] = LoremIpsum.Make,
        ["namespace"] = NamespaceValue.Make,
        ["range"] = RangeValue.Make,
    }.ToFrozenDictionary(pair => pair.Key, object? (pair) => new FunctionValue(pair.Key, pair.Value));
}
