using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of markup: those of <c>str</c>, of which many escape their text arguments and give markup again.</summary>
internal static class MarkupMethods
{
    /// <summary>What markupsafe wraps so.</summary>
    private static readonly string[] Escaping =
    [
        "capitalize", "center", "expandtabs", "ljust", "lower", "lstrip", "replace", "rjust", "rstrip", "strip", "swapcase", "title",
        "translate", "upper", "zfill",
    ];

    private static readonly Signature Join = Signature.Of("Markup.join", ["self", "seq"]);
    private static readonly Signature Partition = Signature.Of("Markup.partition", ["self", "sep"]);
    private static readonly Signature PartitionRight = Signature.Of("Markup.rpartition", ["self", "sep"]);
    private static readonly Signature Escape = Signature.Of("Markup.escape", ["cls", "s"]);

    public static FrozenDictionary<string, MethodBody> All { get; } = Build();

    private static FrozenDictionary<string, MethodBody> Build()
    {
        var methods = StrMethods.All.ToDictionary();
        foreach (var name in Escaping)
            methods[name] = Wrapped(StrMethods.All[name]);
        methods["split"] = Splitting("split", ("sep", null), ("maxsplit", -1L));
        methods["rsplit"] = Splitting("rsplit", ("sep", null), ("maxsplit", -1L));
        methods["splitlines"] = Splitting("splitlines", ("keepends", false));
        methods["join"] = static (state, self, arguments) => JoinEscaped(state, (Markup)self!, Bind(Join, self, arguments)[1]);
        methods["partition"] = static (state, self, arguments) => Parts("partition", Partition, state, (Markup)self!, arguments);
        methods["rpartition"] = static (state, self, arguments) => Parts("rpartition", PartitionRight, state, (Markup)self!, arguments);
        methods["escape"] = static (_, self, arguments) => ((Markup)self!).Escaper.Escape(Bind(Escape, self, arguments)[1]);
        methods["striptags"] = static (_, self, arguments) => HtmlTags.Strip(OnlySelf("striptags", self, arguments).Text);
        methods["unescape"] = static (_, self, arguments) => HtmlEntities.Decode(OnlySelf("unescape", self, arguments).Text);
        return methods.ToFrozenDictionary();
    }

    private static MethodBody Wrapped(MethodBody body) => (state, self, arguments) =>
    {
        var markup = (Markup)self!;
        var escaped = new Arguments(
            Array.ConvertAll(arguments.Positional, value => EscapeText(markup, value)),
            arguments.KeywordNames,
            Array.ConvertAll(arguments.KeywordValues, value => EscapeText(markup, value)));
        return markup.With((string)body(state, self, escaped)!);
    };

    private static object? EscapeText(Markup markup, object? value) => value is string or Markup ? markup.Escaper.Escape(value) : value;

    private static MethodBody Splitting(string name, params (string Name, object? Default)[] parameters)
    {
        var signature = Signature.Of($"Markup.{name}", ["self"], parameters);
        return (state, self, arguments) =>
        {
            var markup = (Markup)self!;
            var parts = (PyList)StrMethods.All[name](state, self, new Arguments(Bind(signature, self, arguments)[1..]))!;
            return new PyList(parts.Items.ConvertAll(part => (object?)markup.With((string)part!)));
        };
    }

    private static Markup JoinEscaped(RenderState state, Markup self, object? items)
    {
        var escaped = PyContainer.ToList(items, state.ValueLimits).ConvertAll(item => (object?)self.Escaper.Escape(item));
        return self.With(JoinMethod.Join(state, self.Text, new PyList(escaped)));
    }

    private static PyTuple Parts(string name, Signature signature, RenderState state, Markup self, in Arguments arguments)
    {
        var separator = self.Escaper.Escape(Bind(signature, self, arguments)[1]);
        var parts = (PyTuple)StrMethods.All[name](state, self, new Arguments(separator))!;
        return new PyTuple([.. parts.Items.Select(part => self.With(Given.Text(part)))]);
    }

    private static Markup OnlySelf(string name, object? self, in Arguments arguments)
        => (Markup)Bind(Signature.Of($"Markup.{name}", ["self"]), self, arguments)[0]!;

    /// <summary>Python counts the value itself among the arguments of a method written in Python.</summary>
    private static object?[] Bind(Signature signature, object? self, in Arguments arguments) => signature.Bind(arguments.Prepend(self));
}
