using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>Renders a case as stock Jinja2 does: with Python's defaults, whatever ours are.</summary>
internal static class CaseRenderer
{
    public static CaseResult Render(JinjaCase source)
    {
        try
        {
            var environment = EnvironmentOf(source);
            if (environment is null)
                return new CaseResult(null, "AssertionError", "the delimiters cannot be told apart");
            var data = new PyDict();
            foreach (var member in Members(source.Context))
                data[member.Name] = JinjaValue.From(member.Value);
            return new CaseResult(environment.GetTemplate("main").Render(data), null, null);
        }
        catch (JinjaException failure)
        {
            return new CaseResult(null, failure.Error.Kind, failure.Error.Message);
        }
    }

    /// <summary>Null where its options are refused.</summary>
    private static JinjaEnvironment? EnvironmentOf(JinjaCase source)
    {
        try
        {
            return new JinjaEnvironment(OptionsOf(source));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static JinjaOptions OptionsOf(JinjaCase source)
    {
        var options = new JinjaOptions { Undefined = UndefinedKind.Default, Syntax = new JinjaSyntax { DoStatement = false, LoopControls = false } };
        options = options.UseTemplates(new Dictionary<string, string>(source.Templates) { ["main"] = source.Template });
        return Members(source.Options).Aggregate(options, (known, option) => With(known, option.Name, option.Value));
    }

    private static JinjaOptions With(JinjaOptions options, string name, JsonElement value) => name switch
    {
        "undefined" => options with { Undefined = Enum.Parse<UndefinedKind>(value.GetString()!, ignoreCase: true) },
        "autoescape" => options.UseAutoescape(value.GetBoolean() ? AutoescapeMode.Html : AutoescapeMode.None),
        "extensions" => value.EnumerateArray().Aggregate(options, (known, extension) => known with { Syntax = WithExtension(known.Syntax, extension.GetString()!) }),
        _ => options with { Syntax = WithSyntax(options.Syntax, name, value) },
    };

    private static JinjaSyntax WithExtension(JinjaSyntax syntax, string name) => name switch
    {
        "do" => syntax with { DoStatement = true },
        "loopcontrols" => syntax with { LoopControls = true },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such extension"),
    };

    private static JinjaSyntax WithSyntax(JinjaSyntax syntax, string name, JsonElement value) => name switch
    {
        "trim_blocks" => syntax with { TrimBlocks = value.GetBoolean() },
        "lstrip_blocks" => syntax with { LstripBlocks = value.GetBoolean() },
        "keep_trailing_newline" => syntax with { KeepTrailingNewline = value.GetBoolean() },
        "newline_sequence" => syntax with { NewlineSequence = value.GetString()! },
        "block_start_string" => syntax with { BlockStart = value.GetString()! },
        "block_end_string" => syntax with { BlockEnd = value.GetString()! },
        "variable_start_string" => syntax with { VariableStart = value.GetString()! },
        "variable_end_string" => syntax with { VariableEnd = value.GetString()! },
        "comment_start_string" => syntax with { CommentStart = value.GetString()! },
        "comment_end_string" => syntax with { CommentEnd = value.GetString()! },
        "line_statement_prefix" => syntax with { LineStatementPrefix = value.GetString() },
        "line_comment_prefix" => syntax with { LineCommentPrefix = value.GetString() },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such option"),
    };

    private static JsonElement.ObjectEnumerator Members(JsonElement? members) => members?.EnumerateObject() ?? default;
}
