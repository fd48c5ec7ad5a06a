using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that lay out text: indenting, wrapping, shortening, and values set out over lines.</summary>
internal static class LayoutFilters
{
    private static readonly object DefaultLeeway = PyBox.Of(5L);

    public static void AddTo(FunctionTable table) => table
        .Add("indent", Signature.Of("do_indent", ["s"], ("width", 4L), ("first", false), ("blank", false)), Indent)
        .Add("pprint", Signature.Of("do_pprint", ["value"]), static (_, given) => PrettyText.Of(given[0]))
        .Add("truncate", Truncated, Truncate)
        .Add("wordwrap", Wrapped, WordWrap);

    private static Signature Truncated { get; } = Signature.Of(
        "do_truncate", ["s"], ("length", 255L), ("killwords", false), ("end", "..."), ("leeway", null)).AfterContext();

    private static Signature Wrapped { get; } = Signature.Of(
        "do_wordwrap", ["s"], ("width", 79L), ("break_long_words", true), ("wrapstring", null), ("break_on_hyphens", true)).AfterContext();

    private static object? Indent(RenderState state, object?[] given)
    {
        var indention = Given.TextOrNull(given[1])
            ?? (PyNumbers.Multiply(" ", given[1], state.ValueLimits) is string spaces ? spaces : throw new ArgumentException("Not a width."));
        var text = given[0] switch
        {
            string plain => plain,
            Markup markup => markup.Text,
            Undefined undefined => throw undefined.Error(),
            PyList => throw PyErrors.NoAttribute(given[0], "splitlines"),
            _ => throw PyErrors.Operands("+=", given[0], "\n"),
        };
        var lines = TextSplitting.Lines(text + "\n");
        state.Reserve(text.Length + ((long)lines.Count * indention.Length));
        var blank = PyTruth.IsTrue(given[3]);
        var indented = lines.Select((line, index) => index > 0 && (blank || line.Length > 0) ? indention + line : line);
        var result = (PyTruth.IsTrue(given[2]) ? indention : "") + string.Join('\n', indented);
        return given[0] is Markup source ? source.With(result) : result;
    }

    private static object? Truncate(RenderState state, object?[] given)
    {
        var (length, end) = (given[1], given[3]);
        var leeway = given[4] ?? DefaultLeeway;
        var endLength = PyBox.Of(PyContainer.Length(end));
        if (!PyCompare.GreaterOrEqual(length, endLength))
            throw PyErrors.Assertion($"expected length >= {PyText.Str(endLength)}, got {PyText.Str(length)}");
        if (!PyCompare.GreaterOrEqual(leeway, PyBox.Of(0L)))
            throw PyErrors.Assertion($"expected leeway >= 0, got {PyText.Str(leeway)}");
        var tolerated = PyNumbers.Add(length, leeway);
        if (PyCompare.LessOrEqual(PyBox.Of(PyContainer.Length(given[0])), tolerated))
            return given[0];
        var kept = PyContainer.Slice(given[0], null, PyNumbers.Subtract(length, endLength), null);
        if (!PyTruth.IsTrue(given[2]))
            kept = CutLastWord(kept);
        return PyNumbers.Add(kept, end, state.ValueLimits);
    }

    /// <summary>Everything before the last space, or all if there is none.</summary>
    private static object CutLastWord(object? value)
    {
        var text = Given.TextOrNull(value) ?? throw PyErrors.NoAttribute(value, "rsplit");
        var space = text.LastIndexOf(' ');
        var cut = space < 0 ? text : text[..space];
        return value is Markup markup ? markup.With(cut) : cut;
    }

    private static object? WordWrap(RenderState state, object?[] given)
    {
        var text = given[0] switch
        {
            string plain => plain,
            Markup markup => markup.Text,
            Undefined undefined => throw undefined.Error(),
            _ => throw PyErrors.NoAttribute(given[0], "splitlines"),
        };
        if (text.Length > 0 && PyCompare.LessOrEqual(given[1], PyBox.Of(0L)))
            throw PyErrors.Value($"invalid width {PyText.Repr(given[1])} (must be > 0)");
        var wrapper = new TextWrapper(Given.Integer(given[1]), PyTruth.IsTrue(given[2]), PyTruth.IsTrue(given[4]), state);
        var separator = TextFilters.SoftText(given[3] ?? state.Environment.Syntax.NewlineSequence);
        var paragraphs = TextSplitting.Lines(text).ConvertAll(
            line => TextFilters.Method(state, separator, "join", new PyList([.. wrapper.Wrap(line)])));
        return TextFilters.Method(state, separator, "join", new PyList(paragraphs));
    }
}
