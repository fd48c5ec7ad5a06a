using System.Text.Json;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Composition.Scripts;

public sealed class ScriptTests
{
    private static readonly ScriptLimits Limits = new() { Statements = 200_000, Memory = 32 * 1024 * 1024 };

    private static ScriptResult Run(string script, string data = "{}") => new ScriptRunner(Limits).Run(
        TemplateText.At(new SourceLocation("test.yaml", 10, 1), script), JsonDocument.Parse(data).RootElement, new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(2)), TestContext.Current.CancellationToken);

    private static string? Value(string script, string data = "{}") => Run(script, data).Value?.GetRawText();

    private static CompositionException Failure(string script) => Assert.Throws<CompositionException>(() => Run(script));

    private static CompositionResult Report(string config, bool allow, string data = "{}") => Compose.Run(
        Compose.Request($"blocks:\n  - id: s\n    type: custom_block\n    order: 1\n    title: S\n    config: {config}\n", data) with { AllowScripts = allow });

    [Theory]
    [InlineData("function first(d) { return 1 } function calculate(d) { return 2 } function analyze(d) { return 3 }", "2")]
    [InlineData("function first(d) { return 1 } function analyze(d) { return 3 }", "3")]
    [InlineData("const helper = 5; const first = d => 1; function second(d) { return 2 }", "1")]
    [InlineData("let calculate = function (d) { return d.rows.length }", "2")]
    public void Calculate_is_called_or_analyze_or_the_first_function(string script, string expected) => Assert.Equal(expected, Value(script, """{"rows": [1, 2]}"""));

    [Theory]
    [InlineData("({a: 1.5, b: [null, undefined, 'x'], c: undefined, d: () => 1, e: new Date(0), n: NaN})", """{"a":1.5,"b":[null,null,"x"],"e":"1970-01-01T00:00:00.000Z","n":null}""")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("'\"\\u2028é'", "\"\\u0022\\u2028\\u00E9\"")]
    [InlineData("undefined", null)]
    [InlineData("null", null)]
    public void Results_are_read_as_json(string expression, string? expected) => Assert.Equal(expected, Value($"function calculate(d) {{ return {expression} }}"));

    [Fact]
    public void A_script_sees_no_clock_and_no_chance()
    {
        Assert.Equal("\"2026-05-04T16:00:00.000Z 1777910400000 0\"", Value("function calculate(d) { return new Date().toISOString() + ' ' + Date.now() + ' ' + new Date(2026, 0, 1).getTimezoneOffset() }"));
        var error = Failure("function calculate(d) { return Math.random() }");
        Assert.Equal("script_error", error.Code);
        Assert.Contains("Math.random is not available", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typeof System")]
    [InlineData("typeof importNamespace")]
    [InlineData("typeof require")]
    [InlineData("typeof process")]
    [InlineData("typeof fetch")]
    [InlineData("typeof clr")]
    [InlineData("typeof ArrayBuffer")]
    [InlineData("typeof BigInt")]
    public void Nothing_of_the_machine_is_reachable(string expression) => Assert.Equal("\"undefined\"", Value($"function calculate(d) {{ return {expression} }}"));

    [Theory]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("(function () {}).constructor('return 1')()")]
    [InlineData("[].constructor.constructor('return 1')()")]
    public void Text_never_becomes_code(string expression) => Assert.Equal("script_error", Failure($"function calculate(d) {{ return {expression} }}").Code);

    [Theory]
    [InlineData("while (true) {}", "script_statements")]
    [InlineData("for (;;) { try { while (true) {} } catch (e) {} }", "script_statements")]
    [InlineData("return [3, 1].sort(() => { while (true) {} })", "script_statements")]
    [InlineData("return calculate(d)", "script_recursion")]
    [InlineData("try { return calculate(d) } catch (e) { return 1 }", "script_recursion")]
    [InlineData("const o = { get x() { return this.x } }; return o.x", "script_recursion")]
    [InlineData("const o = { toString() { return '' + this } }; return '' + o", "script_recursion")]
    [InlineData("let a = []; a[0] = a; return a.toString()", "script_recursion")]
    [InlineData("let a = []; a[0] = a; return a", "script_result")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; return a", "script_result")]
    [InlineData("let s = 'x'; while (true) s += s", "script_memory")]
    [InlineData("const a = []; while (true) a.push({ a: [1, 2, 3], b: 'text' + a.length })", "script_memory")]
    [InlineData("return 'x'.repeat(2 ** 28)", "script_memory")]
    [InlineData("return 'x'.padEnd(2 ** 28)", "script_memory")]
    [InlineData("return new Array(2 ** 30)", "script_memory")]
    [InlineData("return Array.from({ length: 1e9 })", "script_memory")]
    [InlineData("const a = new Array(100000).fill(1); return [].concat.apply([], new Array(100000).fill(a))", "script_memory")]
    [InlineData("const s = 'x'.repeat(100000); return s.split('').join(s)", "script_memory")]
    [InlineData("const s = 'x'.repeat(100000); return s.replace(/x/g, s)", "script_memory")]
    [InlineData("const s = 'x'.repeat(100000); return s.replaceAll('x', s)", "script_memory")]
    [InlineData("const s = 'x'.repeat(100000); return s.replace(/x/g, () => s)", "script_memory")]
    [InlineData("const s = 'x'.repeat(100000); return s.replace(/x/g, '$`')", "script_memory")]
    [InlineData("const s = 'x'.repeat(1000000); const a = new Array(1000).fill(s); return `${a}`", "script_memory")]
    [InlineData("const s = 'x'.repeat(1000000); return s.concat(...new Array(100).fill(s))", "script_memory")]
    [InlineData("const s = 'x'.repeat(1000000); return new Array(1000).fill(new Array(1000).fill(s))", "script_result")]
    [InlineData("const s = 'x'.repeat(1000000); return JSON.stringify(new Array(1000).fill(s)).length", "script_result")]
    [InlineData("return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 3)", "script_memory")]
    [InlineData("return [...{ [Symbol.iterator]() { return { next: Object } } }]", "script_memory")]
    public void A_script_that_asks_for_too_much_is_stopped(string body, string code) => Assert.Equal(code, Failure($"function calculate(d) {{ {body} }}").Code);

    [Fact]
    public void A_regular_expression_without_end_is_stopped() => Assert.Equal(
        "script_time",
        Assert.Throws<CompositionException>(() => new ScriptRunner(Limits with { Time = TimeSpan.FromMilliseconds(300) }).Run(
            TemplateText.At(default, "function calculate(d) { return /^(a+)+$/.test('a'.repeat(40) + 'b') }"), JsonDocument.Parse("{}").RootElement, default, TestContext.Current.CancellationToken)).Code);

    [Theory]
    [InlineData("function calculate(d) {", "  return d.x.y }", "script_error", "line 10, column 22")]
    [InlineData("function calculate(d) {", "  throw new Error('no runs') }", "script_error", "line 10, column 17")]
    [InlineData("function calculate(d) {", "  return foo( }", "script_syntax", "line 10, column 23")]
    [InlineData("const x = 5", "", "no_function", "line 9, column 9")]
    [InlineData("async function calculate(d) { return 1 }", "", "script_promise", "line 9, column 9")]
    public void An_error_names_its_place(string first, string second, string code, string place)
    {
        var section = Compose.Run(
            Compose.Request($"blocks:\n  - id: s\n    type: custom_block\n    order: 1\n    title: S\n    config:\n      script: |\n        {first}\n        {second}\n") with { AllowScripts = true }).Document.Sections[0];
        Assert.Equal(code, section.ReasonCode);
        Assert.StartsWith($"test.yaml, {place}: ", section.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("def calculate(data):\n    return {'n': len(data)}\n")]
    [InlineData("import json\nresult = 1\n")]
    [InlineData("from math import sqrt\n")]
    [InlineData("def f(x) -> int:\n  if x:\n    return 1\n  elif y:\n    return None\n")]
    public void Python_is_refused_with_what_to_write_instead(string script)
    {
        var error = Failure(script);
        Assert.Equal("python_script", error.Code);
        Assert.Contains("function calculate(data)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_python_name_in_javascript_gets_the_same_advice() =>
        Assert.Contains("None is null", Failure("function calculate(d) { return None }").Message, StringComparison.Ordinal);

    [Fact]
    public void Console_output_is_kept_within_bounds()
    {
        var console = Run("function calculate(d) { console.log('a', 1, {b: [2]}); for (let i = 0; i < 200; i++) console.warn('x'.repeat(2000)); return 1 }").Console;
        Assert.Equal("a 1 {\"b\":[2]}", console[0]);
        Assert.Equal((101, 1001, "(101 more lines were dropped)"), (console.Length, console[1].Length, console[100]));
    }

    [Fact]
    public void Scripts_are_off_until_they_are_allowed()
    {
        var section = Report("{script: 'function calculate(d) { return 1 }'}", allow: false).Document.Sections[0];
        Assert.Equal((SectionStatus.Failed, "scripts_disabled"), (section.Status, section.ReasonCode));
        Assert.Contains("administrator", section.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_result_goes_through_the_output_template()
    {
        var result = Report("{script: 'function calculate(d) { console.log(d.n); return { total: d.n * 2, name: \"*x*\" } }', output_template: '{{ total }} of {{ result.name }}, {{ n }}'}", allow: true, """{"n": 4}""");
        Assert.Equal("8 of *x*, 4", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(result.Document.Sections[0].Blocks)).Inlines));
        Assert.Equal((LogLevel.Info, "s", "console", "4"), (result.Log[0].Level, result.Log[0].BlockId, result.Log[0].Code, result.Log[0].Message));
    }

    [Theory]
    [InlineData("return [{ a: 1 }]", typeof(Table))]
    [InlineData("return { a: 1 }", typeof(Table))]
    [InlineData("return \"# **plain** <b>text</b>\"", typeof(Paragraph))]
    [InlineData("return [1, 2]", typeof(ListBlock))]
    public void Any_other_result_is_printed_readably(string body, Type kind) =>
        Assert.IsType(kind, Assert.Single(Report($"{{script: 'function calculate(d) {{ {body} }}'}}", allow: true).Document.Sections[0].Blocks));

    [Fact]
    public void A_result_of_nothing_is_an_empty_block() =>
        Assert.Equal(SectionStatus.Empty, Report("{script: 'function calculate(d) { }'}", allow: true).Document.Sections[0].Status);

    [Fact]
    public void A_script_that_fails_fails_its_block_alone()
    {
        var result = Report("{script: 'function calculate(d) { return d.nope.x }'}", allow: true);
        Assert.Equal((SectionStatus.Failed, "script_error"), (result.Document.Sections[0].Status, result.Document.Sections[0].ReasonCode));
        Assert.Equal(ReportStatus.CompletedWithErrors, result.Document.Metadata.Status);
    }
}
