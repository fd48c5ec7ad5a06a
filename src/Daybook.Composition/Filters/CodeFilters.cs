using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Show data letter by letter, as prompts and answers of models need it. Backslashes do nothing inside code, so escaped text would look wrong there.</summary>
internal static class CodeFilters
{
    private static readonly Signature CodeSignature = Signature.Of("code", ["value"]);
    private static readonly Signature BlockSignature = Signature.Of("code_block", ["value"], ("language", ""));

    public static KeyValuePair<string, JinjaFunction>[] All { get; } = [new("code", Code), new("code_block", Block)];

    /// <summary>Inline code.</summary>
    private static object? Code(RenderState state, Arguments arguments)
    {
        if (FilterArguments.Text(state, CodeSignature.Bind(arguments)[0]) is not { } value)
            return MissingText.NotMeasured;
        var text = value.ReplaceLineEndings(" ").Replace('\0', ' ');
        var fence = new string('`', LongestRun(text, '`') + 1);
        var pad = text.Length == 0 || text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return new Markup(fence + pad + text + pad + fence);
    }

    /// <summary>A block of code. Its fence is made of tildes, so that it cannot close a fence of backticks that a template put around it.</summary>
    private static object? Block(RenderState state, Arguments arguments)
    {
        var bound = BlockSignature.Bind(arguments);
        if (FilterArguments.Text(state, bound[0]) is not { } value)
            return MissingText.NotMeasured;
        var language = new string([.. (FilterArguments.Text(state, bound[1]) ?? "").Where(char.IsAsciiLetterOrDigit)]);
        var fence = new string('~', Math.Max(3, LongestRun(value, '~') + 1));
        return new Markup($"\n\n{fence}{(language is "cards" ? "" : language)}\n{value.ReplaceLineEndings("\n")}\n{fence}\n\n");
    }

    private static int LongestRun(string text, char character)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
