using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Tests.Commands;

/// <summary>For every code of a section something that causes it, through the command line.</summary>
internal static class SectionErrors
{
    public static IReadOnlyDictionary<string, BadInput> All { get; } = new Dictionary<string, BadInput>
    {
        [SectionCodes.UndefinedName] = BadInput.Text("{{ rusn | length }} runs"),
        [SectionCodes.AmbiguousName] = BadInput.Block("type: data_block\ndata_sources: [runs.zone]\ntemplate: '{{ zone }}'", "{zone: 3}"),
        [SectionCodes.UnknownPath] = BadInput.Block("type: data_block\ndata_sources: [notes.opne]"),
        [SectionCodes.TemplateError] = BadInput.Text("{{ notes.open / 0 }}"),
        [SectionCodes.TemplateLimit] = BadInput.Text("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}").WhileTimeStands(),
        [SectionCodes.TemplateSecurity] = BadInput.Text("{{ ''.__class__ }}"),
        [SectionCodes.UnknownInclude] = BadInput.Text("{% include 'parts/head.md' %}"),
        [SectionCodes.BadInclude] = BadInput.Text("{% include 'head.md' %}").With("head.md", [0xC3, 0x28]),
        [SectionCodes.MarkdownTooDeep] = BadInput.Text(new string('>', 500) + " deep"),
        [SectionCodes.BadCards] = BadInput.Text("```cards\n| Name | Value |\n|---|---|\n| Open | 3 |\n```"),
        [SectionCodes.MissingDataSource] = BadInput.Block("type: visualization_block\ndata_sources: [runs, notes]\nconfig: {chart_type: bar, x: day, y: open}"),
        [SectionCodes.MissingColumn] = BadInput.Chart("chart_type: bar, y: open"),
        [SectionCodes.BadTotal] = BadInput.Block("type: data_block\ndata_sources: [runs]\nconfig: {table: {columns: [{key: day}, {key: open}], totals: [day]}}"),
        [SectionCodes.NotANumber] = BadInput.Chart("chart_type: bar, x: open, y: day"),
        [SectionCodes.BadChartData] = BadInput.Chart("chart_type: pie, x: day, y: open", "[{day: Monday, open: -3}]"),
        [SectionCodes.BadChartOptions] = BadInput.Chart("chart_type: bar, x: day, y: open, options: {min: low}"),
        [SectionCodes.UnknownOption] = BadInput.Chart("chart_type: bar, x: day, y: open, options: {colour: red}"),
        [SectionCodes.ScriptsDisabled] = BadInput.Block("type: custom_block\nconfig: {script: 'function calculate(data) { return 1; }'}"),
        [SectionCodes.PythonScript] = BadInput.Script("def calculate(data):\n    return len(data['runs'])"),
        [SectionCodes.ScriptSyntax] = BadInput.Script("function calculate(data) { return 1 +; }"),
        [SectionCodes.NoFunction] = BadInput.Script("const total = 3;"),
        [SectionCodes.ScriptPromise] = BadInput.Script("async function calculate(data) { return 1; }"),
        [SectionCodes.ScriptError] = BadInput.Script("function calculate(data) { return data.rusn.length; }"),
        [SectionCodes.ScriptTime] = BadInput.Script("function calculate(data) { return /^(a+)+$/.test('a'.repeat(40) + 'b'); }"),
        [SectionCodes.ScriptStatements] = BadInput.Script("function calculate(data) { for (;;) { } }"),
        [SectionCodes.ScriptMemory] = BadInput.Script("function calculate(data) { const all = []; for (;;) all.push('x'.repeat(100000) + all.length); }"),
        [SectionCodes.ScriptRecursion] = BadInput.Script("function calculate(data) { return calculate(data); }"),
        [SectionCodes.ScriptResult] = BadInput.Script("function calculate(data) { const loop = {}; loop.self = loop; return loop; }"),
        [SectionCodes.Console] = BadInput.Script("function calculate(data) { console.log('3 runs'); return 1; }"),
        [SectionCodes.NoData] = BadInput.Block("type: data_block\ndata_sources: [runs]\nconfig: {table: {}}", "[]"),
        [SectionCodes.NoProvider] = BadInput.Block("type: analysis_block\nconfig: {prompt_template: Say what happened.}"),
        [SectionCodes.UnsupportedModel] = BadInput.Block("type: analysis_block\nconfig: {model: llama3, prompt_template: Say what happened.}"),
        [SectionCodes.ContextTooSmall] = BadInput.Block("type: analysis_block\nconfig: {prompt_template: Say what happened., max_tokens: 4000}"),
        [SectionCodes.EmptyAnswer] = Answered("raw", " "),
        [SectionCodes.NotJson] = Answered("json", "Two are open."),
        [SectionCodes.UnknownFigures] = Answered("raw", "3 of 20 are open."),
        [SectionCodes.PromptCut] = Answered("raw", "Open.", "context_window: 1000, max_tokens: 500, prompt_template: '{{ \"x\" * 2000 }}'"),
        [SectionCodes.AnswerCut] = Answered("raw", "There were", finishReason: "length"),
        [SectionCodes.Disabled] = BadInput.Block("type: data_block\nenabled: false\ntemplate: text"),
        [SectionCodes.ConditionFalse] = BadInput.Block("type: data_block\ncondition: notes.open > 2\ntemplate: text"),
        [SectionCodes.DocumentTooLarge] = BadInput.Template("""
            metadata: {id: t, name: T, version: "1"}
            datasets:
              wide: {source: file, path: wide.csv}
            blocks:
              - {id: a, type: data_block, order: 1, title: A, config: {table: {data: wide}}}
            """).With("wide.csv", string.Join(',', Enumerable.Range(0, 1000).Select(i => $"c{i}")) + "\n" + string.Concat(Enumerable.Repeat(new string(',', 999) + "\n", 5000))),
    };

    /// <summary>An analysis block whose answer stands in a file.</summary>
    private static BadInput Answered(string processor, string answer, string config = "prompt_template: 'Open are {{ notes.open }} of 3.'", string finishReason = "stop") =>
        BadInput.Block($"type: analysis_block\nconfig: {{model: gpt-4o, output_processor: {processor}, {config}}}")
            .With("answers.json", JsonSerializer.Serialize(new[] { new { block_id = "a", answer, finish_reason = finishReason } })).Under("--answers", "answers.json");
}
