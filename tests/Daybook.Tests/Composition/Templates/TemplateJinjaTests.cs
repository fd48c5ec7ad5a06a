namespace Daybook.Tests.Composition.Templates;

public class TemplateJinjaTests
{
    [Fact]
    public void Broken_jinja_is_reported_at_its_line_and_column_of_the_file()
    {
        var problems = TemplateFixture.Problems(
            """
            parameters:
              note: {type: text, default: "{{ 1 + }}"}
            datasets:
              runs:
                source: inline
                value: [{"text": "{% if %}"}]
                where: "state = 'complete'"
            blocks:
              - id: a
                type: data_block
                order: 1
                title: A
                condition: "{{ runs }}"
                template: |
                  Runs
                  {% for run in runs %}
                    {{ run.state | nosuchfilter }}
                  {% endfro %}
              - id: b
                type: analysis_block
                order: 2
                title: B
                config: {prompt_template: "Say {{ runs"}
              - id: c
                type: custom_block
                order: 3
                title: C
                config: {script: "1", output_template: "\u00e9\n{{ 'a }}"}
            """);

        Golden.Matches(problems + "\n", "broken-jinja.golden");
    }

    [Fact]
    public void Broken_jinja_in_json_is_reported_behind_its_escapes()
    {
        const string Text = """{"metadata":{"id":"t","name":"T","version":"1"},"blocks":[{"id":"a","type":"data_block","order":1,"title":"A","template":"\u00e9\n\"x\" {{ 1 + }}"}]}""";

        Assert.StartsWith($"test.json, line 1, column {Text.IndexOf("}}\"", StringComparison.Ordinal) + 1}: error:", TemplateFixture.JsonProblems(Text));
    }

    [Fact]
    public void A_short_name_that_could_be_two_things_is_refused_where_it_is_used()
    {
        const string Blocks = "blocks:\n  - id: a\n    type: data_block\n    order: 1\n    title: A\n    data_sources: [runs.total, previous.runs.total, runs.state]\n    template: |\n";

        Assert.Equal(
            "test.yaml, line 12, column 16: error: 'total' could be 'runs.total' or 'previous.runs.total' [path_collision] Write the whole path.",
            TemplateFixture.Problems(Blocks + "      Tests {{ total }}\n"));
        Assert.Equal("", TemplateFixture.Problems(Blocks + "      {{ runs.total }} {{ previous.runs.total }} {{ state }}\n"));
        Assert.Equal(
            "test.yaml, line 14, column 10: error: 'state' could be 'runs.state' or the parameter 'state' [path_collision] Write the whole path.",
            TemplateFixture.Problems("parameters:\n  state: open\n" + Blocks + "      {{ state }}\n"));
    }

    [Fact]
    public void Defaults_that_need_each_other_are_refused()
    {
        var problems = TemplateFixture.Problems("parameters:\n  a: \"{{ b }}\"\n  b: \"{{ c }}\"\n  c: \"{{ a }}\"\n  d: \"{{ c }}\"\n");

        Assert.Equal(
            """
            test.yaml, line 6, column 7: error: the default of parameter 'a' needs itself: a → b → c → a [default_cycle] Give one of them a default of its own.
            test.yaml, line 7, column 7: error: the default of parameter 'b' needs itself: b → c → a → b [default_cycle] Give one of them a default of its own.
            test.yaml, line 8, column 7: error: the default of parameter 'c' needs itself: c → a → b → c [default_cycle] Give one of them a default of its own.
            """,
            problems);
    }

    [Fact]
    public void A_default_can_name_the_period_and_other_parameters_only() =>
        Assert.Equal(
            "test.yaml, line 6, column 23: error: the default of parameter 'title' uses 'report_dat', which is no parameter; did you mean 'report_date'? [invalid_default] A default can use other parameters and report_date, business_date, period_start, period_end, zone, generated_at, current_date, current_time.",
            TemplateFixture.Problems("parameters:\n  title: \"Close of {{ report_dat }}\"\n"));
}
