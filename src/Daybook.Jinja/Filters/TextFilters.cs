using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that change or measure text.</summary>
internal static class TextFilters
{
    public static void AddTo(FunctionTable table) => table
        .Add("capitalize", Signature.Of("do_capitalize", ["s"]), static (state, given) => Method(state, given[0], "capitalize"))
        .Add("center", Signature.Of("do_center", ["value"], ("width", 80L)), static (state, given) => Method(state, given[0], "center", given[1]))
        .Add("format", Format)
        .Add("lower", Signature.Of("do_lower", ["s"]), static (state, given) => Method(state, given[0], "lower"))
        .Add("replace", Signature.Of("do_replace", ["s", "old", "new"], ("count", null)).AfterContext(), Replace)
        .AddBuiltin("string", "markupsafe._speedups", "soft_str", static (_, value) => SoftText(value))
        .Add("title", Signature.Of("do_title", ["s"]), static (_, given) => Title(PyText.Str(given[0])))
        .Add("trim", Signature.Of("do_trim", ["value"], ("chars", null)), static (state, given) => Method(state, given[0], "strip", given[1]))
        .Add("upper", Signature.Of("do_upper", ["s"]), static (state, given) => Method(state, given[0], "upper"))
        .Add("urlencode", Signature.Of("do_urlencode", ["value"]), static (_, given) => UrlQuoting.Encode(given[0]))
        .Add("wordcount", Signature.Of("do_wordcount", ["s"]), static (_, given) => PyBox.Of(CountWords(PyText.Str(given[0]))));

    /// <summary>Text and markup as they are, anything else as its text.</summary>
    public static object SoftText(object? value) => value is string or Markup ? value : PyText.Str(value);

    /// <summary>A method of the value's text.</summary>
    public static object? Method(RenderState state, object? value, string name, params object?[] arguments)
    {
        var text = SoftText(value);
        return (text is Markup ? MarkupMethods.All : StrMethods.All)[name](state, text, new Arguments(arguments));
    }

    private static object? Format(RenderState state, Arguments arguments)
    {
        if (arguments.Count == 0)
            throw PyErrors.Type("do_format() missing 1 required positional argument: 'value'");
        if (arguments.Count > 1 && arguments.KeywordCount > 0)
            throw PyErrors.FilterArgument("can't handle positional and keyword arguments at the same time");
        object values = new PyTuple([.. arguments.Positional[1..]]);
        if (arguments.KeywordCount > 0)
        {
            var named = new PyDict();
            for (var i = 0; i < arguments.KeywordCount; i++)
                named[arguments.KeywordNames[i]] = arguments.KeywordValues[i];
            values = named;
        }

        return PyNumbers.Modulo(SoftText(arguments[0]), values, state.ValueLimits);
    }

    private static object? Replace(RenderState state, object?[] given)
    {
        var (value, old, replacement, count) = (given[0], given[1], given[2], given[3] ?? -1L);
        if (!state.Autoescape)
            return Method(state, PyText.Str(value), "replace", PyText.Str(old), PyText.Str(replacement), count);
        var escapes = old is Markup || (replacement is Markup && value is not Markup);
        return Method(state, escapes ? state.Escape(value) : value, "replace", SoftText(old), SoftText(replacement), count);
    }

    /// <summary>Capitals after hyphens, white space and opening brackets, and nowhere else.</summary>
    private static string Title(string text)
    {
        var output = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (IsTitleSeparator(text[i]))
            {
                output.Append(text[i++]);
                continue;
            }

            var end = i;
            while (end < text.Length && !IsTitleSeparator(text[end]))
                end++;
            var first = CodePoints.LengthAt(text, i);
            output.Append(CaseMapping.ToUpper(text.Substring(i, first))).Append(CaseMapping.ToLower(text[(i + first)..end]));
            i = end;
        }

        return output.ToString();
    }

    private static bool IsTitleSeparator(char c) => c is '-' or '(' or '{' or '[' or '<' || CharacterClasses.IsSpace(c);

    /// <summary>Runs of letters, digits and underscores.</summary>
    private static long CountWords(string text)
    {
        var (count, isInside) = (0L, false);
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePoints.At(text, i, out var length);
            var isWord = codePoint == '_' || CharacterClasses.IsAlphanumeric(codePoint);
            if (isWord && !isInside)
                count++;
            isInside = isWord;
            i += length;
        }

        return count;
    }
}
