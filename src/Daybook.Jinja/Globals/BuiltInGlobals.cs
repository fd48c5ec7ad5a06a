using System.Collections.Frozen;

namespace Daybook.Jinja.Globals;

/// <summary>The names that every template knows.</summary>
internal static class BuiltInGlobals
{
    public static FrozenDictionary<string, object?> All { get; } = new Dictionary<string, object?>
    {
        ["cycler"] = new TypeValue("jinja2.utils.Cycler", CyclerValue.Make),
        ["dict"] = new TypeValue("dict", DictFunction.Make, new Dictionary<string, JinjaFunction> { ["fromkeys"] = DictFunction.FromKeys }.ToFrozenDictionary()),
        ["joiner"] = new TypeValue("jinja2.utils.Joiner", JoinerValue.Make),
        ["lipsum"] = new FunctionValue("generate_lorem_ipsum", LoremIpsum.Make),
        ["namespace"] = new TypeValue("jinja2.utils.Namespace", NamespaceValue.Make),
        ["range"] = new FunctionValue("safe_range", RangeValue.Make),
    }.ToFrozenDictionary();
}
