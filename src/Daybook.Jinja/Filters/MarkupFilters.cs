using System.Buffers;
using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that make markup, or text safe to stand in it.</summary>
internal static class MarkupFilters
{
    private static readonly SearchValues<char> NotInAttributeNames = SearchValues.Create(" \t\n\r\f\v/>=");

    public static void AddTo(FunctionTable table) => table
        .AddBuiltin("escape", "markupsafe._speedups", "escape", static (state, value) => state.Escape(value))
        .Alias("e", "escape")
        .Add("forceescape", Signature.Of("do_forceescape", ["value"]), static (state, given) => state.Escape(PyText.Str(given[0])))
        .Add("safe", Signature.Of("do_mark_safe", ["value"]), static (state, given) => given[0] as Markup ?? state.Escaper.Mark(PyText.Str(given[0])))
        .Add("striptags", Signature.Of("do_striptags", ["value"]), static (_, given) => HtmlTags.Strip(PyText.Str(given[0])))
        .Add("tojson", Signature.Of("do_tojson", ["value"], ("indent", null)).AfterContext(), ToJson)
        .Add("urlize", Linked, Urlize)
        .Add("xmlattr", Signature.Of("do_xmlattr", ["d"], ("autospace", true)).AfterContext(), XmlAttributes);

    private static Signature Linked { get; } = Signature.Of(
        "do_urlize",
        ["value"],
        ("trim_url_limit", null),
        ("nofollow", false),
        ("target", null),
        ("rel", null),
        ("extra_schemes", null)).AfterContext();

    /// <summary>Whether Jinja2 takes the value for safe: markup, and an undefined value of the chainable kind.</summary>
    public static bool IsMarkup(object? value) => value is Markup or Undefined { Kind: UndefinedKind.Chainable };

    /// <summary>JSON that is also safe within HTML; where the output is Markdown or a prompt it is escaped as any text.</summary>
    private static object? ToJson(RenderState state, object?[] given)
    {
        var json = JsonText.Of(given[0], given[1], state);
        if (state.Evaluation.Mode == AutoescapeMode.Prompt)
            return json;
        json = json
            .Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal).Replace("'", "\\u0027", StringComparison.Ordinal);
        return state.Evaluation.Mode == AutoescapeMode.Markdown ? json : new Markup(json);
    }

    /// <summary>Links as HTML; where the output is Markdown they are escaped as any text.</summary>
    private static object? Urlize(RenderState state, object?[] given)
    {
        var text = new LinkedText(given[1], PyTruth.IsTrue(given[2]), given[3], given[4], given[5]).Of(given[0]);
        return state.Evaluation.Mode == AutoescapeMode.Html ? new Markup(text) : text;
    }

    private static object? XmlAttributes(RenderState state, object?[] given)
    {
        var entries = given[0] as PyDict ?? throw PyErrors.NoAttribute(given[0], "items");
        var output = new StringBuilder();
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value) = entries.At(i);
            if (value is null or Undefined)
                continue;
            CheckAttributeName(key);
            if (output.Length > 0)
                output.Append(' ');
            output.Append(Escaper.Html.Escape(key).Text).Append("=\"").Append(Escaper.Html.Escape(value).Text).Append('"');
        }

        if (output.Length > 0 && PyTruth.IsTrue(given[1]))
            output.Insert(0, ' ');
        return state.MarkIfEscaping(output.ToString());
    }

    private static void CheckAttributeName(object? key)
    {
        if (key is not (string or Markup))
            throw PyErrors.Type($"expected string or bytes-like object, got '{PyType.NameOf(key)}'");
        if (PyText.Str(key).AsSpan().ContainsAny(NotInAttributeNames))
            throw PyErrors.Value($"Invalid character in attribute name: {PyText.Repr(key)}");
    }
}
