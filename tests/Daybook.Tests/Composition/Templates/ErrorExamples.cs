using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Jinja;

namespace Daybook.Tests.Composition.Templates;

/// <summary>For every code something that causes it.</summary>
internal static class ErrorExamples
{
    private static readonly ReportPeriod Period = new(
        new DateOnly(2026, 5, 4), new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 5, 0, 0, 0, TimeSpan.Zero), "UTC", []);

    public static IReadOnlyDictionary<string, Func<ImmutableArray<Diagnostic>>> All { get; } = new Dictionary<string, Func<ImmutableArray<Diagnostic>>>
    {
        [DiagnosticCodes.TemplateNotFound] = () => TemplateFixture.Reader.ReadFile(Path.Combine(Path.GetTempPath(), "no-such-folder", "t.yaml")).Diagnostics,
        [DiagnosticCodes.TemplateUnreadable] = () => TemplateFixture.Reader.ReadFile(Path.GetTempPath()).Diagnostics,
        [DiagnosticCodes.TemplateTooLarge] = () => Whole("metadata: " + new string('x', 5_000_000)),
        [DiagnosticCodes.TemplateNotText] = () => Bytes(Encoding.Unicode.GetPreamble().Concat("metadata:"u8.ToArray())),
        [DiagnosticCodes.TemplateEmpty] = () => Whole(""),
        [DiagnosticCodes.InvalidYaml] = () => Rest("blocks:\n\t- id: a\n"),
        [DiagnosticCodes.InvalidJson] = () => Whole("{\"metadata\": {},}"),
        [DiagnosticCodes.SeveralDocuments] = () => Rest("---\nmetadata:\n"),
        [DiagnosticCodes.DuplicateKey] = () => Rest("blocks: []\nblocks: []\n"),
        [DiagnosticCodes.TooDeep] = () => Rest("datasets: " + new string('[', 100)),
        [DiagnosticCodes.TooManyValues] = () => Rest("a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(0, 7).Select(i => $"b{i}: &{(char)('b' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n"))),
        [DiagnosticCodes.UnknownAlias] = () => Rest("blocks: *standard\n"),
        [DiagnosticCodes.UnsupportedTag] = () => Rest("blocks: !include [blocks.yaml]\n"),
        [DiagnosticCodes.AmbiguousNumber] = () => Rest("parameters: {room: 007}\n"),
        [DiagnosticCodes.MissingKey] = () => Block("id: summary\n    type: data_block\n    order: 1"),
        [DiagnosticCodes.UnknownKey] = () => Data("templte: No runs."),
        [DiagnosticCodes.WrongType] = () => Data("enabled: 'no'"),
        [DiagnosticCodes.EmptyText] = () => Block("id: summary\n    type: data_block\n    order: 1\n    title: ''"),
        [DiagnosticCodes.TooLong] = () => Whole($"metadata: {{id: t, name: {new string('n', 256)}, version: '1'}}"),
        [DiagnosticCodes.OutOfRange] = () => Rest("datasets: {runs: {source: file, path: runs.csv, limit: 0}}\n"),
        [DiagnosticCodes.UnknownWord] = () => Data("on_error: ignore"),
        [DiagnosticCodes.InvalidName] = () => Rest("parameters: {shift-name: Day}\n"),
        [DiagnosticCodes.InvalidTime] = () => Whole("metadata: {id: t, name: T, version: '1', created_at: yesterday}"),
        [DiagnosticCodes.InvalidPath] = () => Data("data_sources: ['runs[0]']"),
        [DiagnosticCodes.JinjaSyntax] = () => Data("template: '{% for run in runs %}{{ run }}{% endfro %}'"),
        [DiagnosticCodes.DuplicateId] = () => Data("\n  - id: summary\n    type: data_block\n    order: 2\n    title: Again"),
        [DiagnosticCodes.DuplicateName] = () => Data("data_sources: [runs, runs]"),
        [DiagnosticCodes.UnknownBlockType] = () => Block("id: summary\n    type: tabel\n    order: 1\n    title: Summary"),
        [DiagnosticCodes.UnknownChartType] = () => Block("id: trend\n    type: visualization_block\n    order: 1\n    title: Trend\n    config: {chart_type: lien}"),
        [DiagnosticCodes.UnknownModel] = () => Block("id: words\n    type: analysis_block\n    order: 1\n    title: Words\n    config: {prompt_template: Say, model: llama3}"),
        [DiagnosticCodes.UnknownOutputProcessor] = () => Block("id: words\n    type: analysis_block\n    order: 1\n    title: Words\n    config: {prompt_template: Say, output_processor: bullets}"),
        [DiagnosticCodes.UnknownFormat] = () => Rest("export_config: {formats: [pfd]}\n"),
        [DiagnosticCodes.InvalidFileName] = () => Rest("export_config: {file_name: '{template_name}_{dat}'}\n"),
        [DiagnosticCodes.UnknownSource] = () => Rest("datasets: {runs: {source: garrak}}\n"),
        [DiagnosticCodes.NestedTooDeep] = () => Block("id: a\n    type: composite_block\n    order: 1\n    title: A\n    config: " + string.Concat(Enumerable.Repeat("{sub_blocks: [{type: composite_block, config: ", 3)) + "{sub_blocks: []}" + string.Concat(Enumerable.Repeat("}]}", 3))),
        [DiagnosticCodes.PathCollision] = () => Data("data_sources: [runs.total, previous.runs.total]\n    template: '{{ total }}'"),
        [DiagnosticCodes.InvalidOrder] = () => Rest("datasets: {runs: {source: file, path: runs.csv, order_by: 'day, rate'}}\n"),
        [DiagnosticCodes.ScriptFileRefused] = () => Block("id: score\n    type: custom_block\n    order: 1\n    title: Score\n    config: {script: scripts/score.py}"),
        [DiagnosticCodes.UnknownParameterType] = () => Rest("parameters: {day: {type: dat}}\n"),
        [DiagnosticCodes.InvalidPattern] = () => Rest("parameters: {ticket: {type: text, pattern: '('}}\n"),
        [DiagnosticCodes.InvalidLimits] = () => Rest("parameters: {level: {type: number, min: 5, max: 1}}\n"),
        [DiagnosticCodes.InvalidOptions] = () => Rest("parameters: {shift: {type: select, options: [Day, Day]}}\n"),
        [DiagnosticCodes.InvalidDefault] = () => Rest("parameters: {shift: {type: select, options: [Day, Night], default: Nigth}}\n"),
        [DiagnosticCodes.DefaultCycle] = () => Rest("parameters: {a: '{{ b }}', b: '{{ a }}'}\n"),
        [DiagnosticCodes.UnmappedKey] = () => Whole("template: {id: t, name: T, version: '1', blocks: [], theme: dark}"),
        [DiagnosticCodes.UnmappedBlock] = () => Whole("template: {id: t, name: T, version: '1', blocks: [{id: a, title: A, type: metrics}]}"),
        [DiagnosticCodes.AssumedValue] = () => Whole("template: {name: Daily close, version: '1', blocks: []}"),
        [DiagnosticCodes.MissingParameter] = () => Bind("owner: {type: text, required: true, help: Who signs}"),
        [DiagnosticCodes.UnknownParameter] = () => Bind("shift: Day", SuppliedParameter.FromText("shfit", "Night")),
        [DiagnosticCodes.DuplicateParameter] = () => Bind("shift: Day", SuppliedParameter.FromText("shift", "Day"), SuppliedParameter.FromText("shift", "Night")),
        [DiagnosticCodes.ParameterType] = () => Bind("level: 1", SuppliedParameter.FromText("level", "1,000")),
        [DiagnosticCodes.ParameterOption] = () => Bind("shift: {type: select, options: [Day, Night]}", SuppliedParameter.FromText("shift", "Nigth")),
        [DiagnosticCodes.ParameterRange] = () => Bind("level: {type: number, max: 5}", SuppliedParameter.FromJson("level", JsonElement.Parse("6"))),
        [DiagnosticCodes.ParameterPattern] = () => Bind("ticket: {type: text, pattern: 'INC-[0-9]+'}", SuppliedParameter.FromText("ticket", "4711")),
        [DiagnosticCodes.ParameterDefault] = () => Bind("n: 0\n  share: {type: number, default: '{{ 100 / n }}'}"),
        [DiagnosticCodes.ParameterConflict] = () => Bind("report_date: {type: date}", SuppliedParameter.FromText("report_date", "2026-05-05")),
    };

    private static ImmutableArray<Diagnostic> Whole(string text) => TemplateFixture.Reader.Read(text, "t").Diagnostics;

    private static ImmutableArray<Diagnostic> Rest(string rest) => Whole("metadata: {id: t, name: T, version: '1'}\n" + rest);

    private static ImmutableArray<Diagnostic> Block(string block) => Rest("blocks:\n  - " + block + "\n");

    private static ImmutableArray<Diagnostic> Data(string rest) => Block("id: summary\n    type: data_block\n    order: 1\n    title: Summary\n    " + rest);

    private static ImmutableArray<Diagnostic> Bytes(IEnumerable<byte> bytes)
    {
        using var folder = new TemporaryFolder();
        return TemplateFixture.Reader.ReadFile(folder.Write("t.yaml", [.. bytes])).Diagnostics;
    }

    private static ImmutableArray<Diagnostic> Bind(string parameters, params SuppliedParameter[] supplied)
    {
        var template = TemplateFixture.Yaml($"metadata: {{id: t, name: T, version: '1'}}\nparameters:\n  {parameters}\n");
        return new ParameterBinder(new JinjaEnvironment()).Bind(template.Parameters, supplied, Period, Period.End).Diagnostics;
    }
}
