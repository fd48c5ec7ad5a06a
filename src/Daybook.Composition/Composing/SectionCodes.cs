namespace Daybook.Composition;

/// <summary>Every code of a section that failed, is empty or was left out, and of remarks about one; <c>docs/reference/errors.md</c> explains each.</summary>
public static class SectionCodes
{
    // Texts
    public const string UndefinedName = "undefined_name";
    public const string AmbiguousName = "ambiguous_name";
    public const string UnknownPath = "unknown_path";
    public const string TemplateError = "template_error";
    public const string TemplateLimit = "template_limit";
    public const string TemplateSecurity = "template_security";
    public const string UnknownInclude = "unknown_include";
    public const string BadInclude = "bad_include";
    public const string MarkdownTooDeep = "markdown_too_deep";
    public const string BadCards = "bad_cards";

    // Tables and charts
    public const string MissingDataSource = "missing_data_source";
    public const string MissingColumn = "missing_column";
    public const string BadTotal = "bad_total";
    public const string NotANumber = "not_a_number";
    public const string BadChartData = "bad_chart_data";
    public const string BadChartOptions = "bad_chart_options";
    public const string UnknownOption = "unknown_option";

    // Scripts
    public const string ScriptsDisabled = "scripts_disabled";
    public const string PythonScript = "python_script";
    public const string ScriptSyntax = "script_syntax";
    public const string NoFunction = "no_function";
    public const string ScriptPromise = "script_promise";
    public const string ScriptError = "script_error";
    public const string ScriptTime = "script_time";
    public const string ScriptStatements = "script_statements";
    public const string ScriptMemory = "script_memory";
    public const string ScriptRecursion = "script_recursion";
    public const string ScriptResult = "script_result";
    public const string Console = "console";

    // Texts by AI
    public const string NoProvider = "no_provider";
    public const string UnsupportedModel = "unsupported_model";
    public const string ContextTooSmall = "context_too_small";
    public const string EmptyAnswer = "empty_answer";
    public const string NotJson = "answer_not_json";
    public const string UnknownFigures = "unknown_figures";
    public const string PromptCut = "prompt_cut";
    public const string AnswerCut = "answer_cut";

    // The section and the report as a whole
    public const string NoData = "no_data";
    public const string Disabled = "disabled";
    public const string ConditionFalse = "condition_false";
    public const string DocumentTooLarge = "document_too_large";
}
