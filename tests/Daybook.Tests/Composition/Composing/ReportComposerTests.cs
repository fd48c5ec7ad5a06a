using System.Text;
using Daybook.Composition;
using Daybook.Documents;

namespace Daybook.Tests.Composition.Composing;

public sealed class ReportComposerTests
{
    [Fact]
    public void A_data_block_shows_its_text_with_its_data()
    {
        var section = Compose.Text("# Tests\n\nThere were **{{ n | format_number }}** tests on {{ report_date }}.", """{"n": 1234}""");
        Assert.Equal("Tests", PlainText.Of(Assert.IsType<Heading>(section.Blocks[0]).Inlines));
        Assert.Equal("There were 1,234 tests on 2026-05-04.", PlainText.Of(Assert.IsType<Paragraph>(section.Blocks[1]).Inlines));
        Assert.Equal(("b", "B", SectionKind.Data, SectionStatus.Ok), (section.Id, section.Title, section.Kind, section.Status));
        Assert.Equal("""{"n":1234}""", section.Data);
        Assert.Equal(["n"], section.Sources);
    }

    [Fact]
    public void Progress_names_each_block_before_it_is_composed_and_then_the_end()
    {
        var request = Compose.Request("blocks:\n  - {id: a, type: data_block, order: 1, title: A, template: x}\n  - {id: b, type: data_block, order: 2, title: B, enabled: false}\n");
        var heard = new Heard();
        Compose.Composer.Compose(request, heard, TestContext.Current.CancellationToken);
        Assert.Equal([new BlockProgress(0, 2, "a"), new BlockProgress(1, 2, "b"), new BlockProgress(2, 2, null)], heard.All);
    }

    [Fact]
    public void Full_paths_and_their_last_segments_are_both_known()
    {
        var section = Compose.Section(
            "blocks:\n  - {id: b, type: data_block, order: 1, title: B, data_sources: [executions.total_tests], template: '{{ total_tests }} {{ executions.total_tests }}'}\n",
            """{"executions": {"total_tests": 7, "secret": 1}}""");
        Assert.Equal("7 7", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(section.Blocks)).Inlines));
        Assert.Equal("""{"executions.total_tests":7}""", section.Data);
    }

    [Fact]
    public void What_is_not_among_the_data_sources_is_not_known()
    {
        var section = Compose.Section(
            "blocks:\n  - {id: b, type: data_block, order: 1, title: B, data_sources: [executions.total_tests], template: '{{ executions.secret }}'}\n",
            """{"executions": {"total_tests": 7, "secret": 1}}""");
        Assert.Equal((SectionStatus.Failed, "undefined_name"), (section.Status, section.ReasonCode));
    }

    [Fact]
    public void A_short_name_that_is_also_a_parameter_is_an_error_with_both_named()
    {
        var section = Compose.Section(
            "blocks:\n  - {id: b, type: data_block, order: 1, title: B, data_sources: [a.zone], template: '{{ zone }}'}\n", """{"a": {"zone": 1}}""");
        Assert.Equal("ambiguous_name", section.ReasonCode);
        Assert.Contains("a.zone", section.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_nowhere_names_what_is_near()
    {
        var section = Compose.Section(
            "blocks:\n  - {id: b, type: data_block, order: 1, title: B, data_sources: [executions.totl_tests], template: x}\n", """{"executions": {"total_tests": 7}}""");
        Assert.Equal((SectionStatus.Failed, "unknown_path"), (section.Status, section.ReasonCode));
        Assert.Contains("did you mean 'total_tests'?", section.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undefined_name_fails_its_block_alone_with_place_and_near_name()
    {
        var result = Compose.Run(
            "blocks:\n  - {id: good, type: data_block, order: 2, title: G, template: fine}\n  - id: bad\n    type: data_block\n    order: 1\n    title: B\n    template: |\n      Line one\n      Total {{ totl }}\n",
            """{"total": 7}""");
        Assert.Equal(ReportStatus.CompletedWithErrors, result.Document.Metadata.Status);
        var section = result.Document.Sections[0];
        Assert.Equal((SectionStatus.Failed, "undefined_name"), (section.Status, section.ReasonCode));
        Assert.Equal("test.yaml, line 10, column 16: 'totl' is undefined; did you mean 'total'? (in: totl)", section.Reason);
        Assert.Equal(SectionStatus.Ok, result.Document.Sections[1].Status);
        Assert.Equal((LogLevel.Error, "bad", 10), (result.Log[0].Level, result.Log[0].BlockId, result.Log[0].Location!.Value.Line));
    }

    [Fact]
    public void Blocks_stand_in_their_order_and_those_that_are_off_or_untrue_are_left_out()
    {
        var result = Compose.Run(
            """
            blocks:
              - {id: c, type: data_block, order: 3, title: C, template: c}
              - {id: off, type: data_block, order: 1, title: Off, template: off, enabled: false}
              - {id: untrue, type: data_block, order: 1, title: U, template: u, condition: n > 5}
              - {id: a, type: data_block, order: 1, title: A, template: a, condition: n == 5}
            """,
            """{"n": 5}""");
        Assert.Equal(["a", "c"], result.Document.Sections.Select(section => section.Id));
        Assert.Equal(["disabled", "condition_false"], result.Log.Select(entry => entry.Code));
        Assert.Equal(ReportStatus.Completed, result.Document.Metadata.Status);
    }

    [Fact]
    public void A_hidden_failure_still_shows_in_status_and_log()
    {
        var result = Compose.Run("blocks:\n  - {id: b, type: data_block, order: 1, title: B, template: '{{ nope }}', on_error: hide}\n");
        Assert.Empty(result.Document.Sections);
        Assert.Equal(ReportStatus.CompletedWithErrors, result.Document.Metadata.Status);
        Assert.Equal("undefined_name", Assert.Single(result.Log).Code);
    }

    [Fact]
    public void A_block_without_which_there_is_no_report_fails_the_report()
    {
        var request = Compose.Request("blocks:\n  - {id: b, type: data_block, order: 1, title: B, template: '{{ nope }}', on_error: fail}\n");
        var error = Assert.ThrowsAny<CompositionException>(() => Compose.Run(request));
        Assert.Equal("undefined_name", error.Code);
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", SectionStatus.Empty, "There is no data for this section.")]
    [InlineData(", on_empty: Nothing ran today.", SectionStatus.Empty, "Nothing ran today.")]
    public void A_block_without_content_says_so(string policy, SectionStatus status, string reason)
    {
        var section = Compose.Section($"blocks:\n  - {{id: b, type: data_block, order: 1, title: B, template: ' '{policy}}}\n");
        Assert.Equal((status, reason, "no_data"), (section.Status, section.Reason, section.ReasonCode));
    }

    [Fact]
    public void An_empty_block_can_be_hidden() =>
        Assert.Empty(Compose.Run("blocks:\n  - {id: b, type: data_block, order: 1, title: B, template: ' ', on_empty: hide}\n").Document.Sections);

    [Fact]
    public void Sub_blocks_become_nested_sections_and_fail_alone()
    {
        var section = Compose.Section(
            """
            blocks:
              - id: g
                type: composite_block
                order: 1
                title: Group
                template: Intro
                config:
                  sub_blocks:
                    - {id: one, title: One, template: one}
                    - {id: bad, template: '{{ nope }}'}
                    - id: deep
                      type: composite_block
                      config: {sub_blocks: [{title: Leaf, template: leaf}]}
            """);
        Assert.Equal(SectionStatus.Ok, section.Status);
        Assert.IsType<Paragraph>(section.Blocks[0]);
        var inner = section.Blocks.Skip(1).Cast<Section>().ToList();
        Assert.Equal(["g_one", "g_bad", "g_deep"], inner.Select(one => one.Id));
        Assert.Equal(SectionStatus.Failed, inner[1].Status);
        Assert.Equal("g_deep_sub", Assert.IsType<Section>(Assert.Single(inner[2].Blocks)).Id);
    }

    [Fact]
    public void The_same_request_gives_the_same_document_byte_for_byte()
    {
        const string template = "blocks:\n  - {id: b, type: data_block, order: 1, title: B}\n  - {id: c, type: data_block, order: 2, title: C, template: '{{ current_date }} {{ current_time }} {{ zone }} {{ operator }} {{ rows | length }}'}\n";
        const string data = """{"rows": [{"a": 1, "b": "x"}], "o": {"k": 1.50}}""";
        Assert.Equal(Json(), Json());
        Assert.Contains("2026-05-04 18:00:05 UTC System Generated 1", Json(), StringComparison.Ordinal);

        string Json() => Encoding.UTF8.GetString(DocumentJson.Write(Compose.Run(template, data).Document));
    }

    [Fact]
    public void Metadata_comes_from_the_request_and_the_template()
    {
        var request = Compose.Request("parameters: {shift_name: {type: text, default: Day}}\nblocks: []\n", "{}", """{"shift_name": "Night"}""") with { Classification = "RESTRICTED" };
        var metadata = Compose.Run(request).Document.Metadata;
        Assert.Equal(("Close", new DateOnly(2026, 5, 4), "Night", "System Generated", "RESTRICTED"), (metadata.Title, metadata.BusinessDate, metadata.Shift, metadata.Operator, metadata.Classification));
        Assert.Equal("""{"shift_name":"Night"}""", metadata.Parameters);
    }

    [Fact]
    public void The_previous_period_is_null_where_it_has_no_data()
    {
        const string template = "datasets: {x: {source: inline, value: 1, previous: true}}\nblocks:\n  - {id: b, type: data_block, order: 1, title: B, template: '{{ x.a.n | calculate_change(previous.x.a.n) }}'}\n";
        Assert.Equal("N/A", Shown("""{"x": {"a": {"n": 5}}}"""));
        Assert.Equal("+25.0%", Shown("""{"x": {"a": {"n": 5}}, "previous": {"x": {"a": {"n": 4}}}}"""));

        string Shown(string data) => PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(Compose.Section(template, data).Blocks)).Inlines);
    }

    [Fact]
    public void An_analysis_block_without_provider_says_so_or_shows_its_fallback()
    {
        var empty = Compose.Section("blocks:\n  - {id: b, type: analysis_block, order: 1, title: B, config: {prompt_template: x}}\n");
        Assert.Equal((SectionStatus.Empty, "no_provider"), (empty.Status, empty.ReasonCode));

        var text = Compose.Section("blocks:\n  - {id: b, type: analysis_block, order: 1, title: B, config: {prompt_template: x, fallback: 'There were {{ n }}.'}}\n", """{"n": 3}""");
        Assert.Equal(SectionStatus.Ok, text.Status);
        Assert.Equal(["There were 3.", "Rule-based text: no AI provider is configured."], text.Blocks.Select(block => PlainText.Of(((Paragraph)block).Inlines)));
    }

    private sealed class Heard : IProgress<BlockProgress>
    {
        public List<BlockProgress> All { get; } = [];

        public void Report(BlockProgress value) => All.Add(value);
    }
}
