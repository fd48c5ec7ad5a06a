using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Composition.Analysis;

/// <summary>What an analysis block shows of what came of its question.</summary>
public sealed class AnalysisSectionTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 18, 0, 7, TimeSpan.Zero);

    private static string Block(string config = "", string more = "") =>
        $"blocks:\n  - {{id: b, type: analysis_block, order: 1, title: B{more}, config: {{model: gpt-4o, prompt_template: 'There were {{{{ n }}}}.'{config}}}}}\n";

    private static CompositionResult Run(string template, Func<AnalysisRequest, AnalysisRecord>? answer)
    {
        var request = Compose.Request(template, """{"n": 3}""");
        var asked = Compose.Composer.Analyses(request, TestContext.Current.CancellationToken);
        return Compose.Run(request with { Analyses = answer is null ? request.Analyses : asked.ToImmutableDictionary(one => one.BlockId, answer) });
    }

    private static Func<AnalysisRequest, AnalysisRecord> Answer(string text, string? reason = "stop") =>
        request => new AnalysisRecord(request, AnalysisState.Answered) { Answer = new AnalysisAnswer(text, "gpt-4o-2026", reason, 20, 5, 25, At, false) };

    private static AnalysisRecord Failed(AnalysisRequest request) =>
        new(request, AnalysisState.Failed) { ErrorCode = "model_unavailable", ErrorMessage = "models.example answered 503 (ServiceUnavailable)." };

    private static string Shown(Section section) => string.Join(" | ", section.Blocks.Select(block => block switch
    {
        Paragraph paragraph => PlainText.Of(paragraph.Inlines),
        Callout callout => $"[{callout.Severity} {callout.Title}: {string.Join(' ', callout.Blocks.OfType<Paragraph>().Select(inner => PlainText.Of(inner.Inlines)))}]",
        _ => block.GetType().Name,
    }));

    [Fact]
    public void An_answer_is_shown_with_its_model_time_and_tokens()
    {
        var result = Run(Block(), Answer("There were 3 of them."));
        var section = Assert.Single(result.Document.Sections);
        Assert.Equal(("gpt-4o-2026", At, 25), (section.AnalysisModel, section.AnalysisAt, section.TokensUsed));
        Assert.Equal("There were 3 of them.", Shown(section));
        Assert.Equal(ReportStatus.Completed, result.Document.Metadata.Status);
        Assert.Empty(result.Log);
    }

    [Fact]
    public void A_figure_that_the_data_does_not_have_is_marked()
    {
        var result = Run(Block(), Answer("There were 3, that is 42%, of 7."));
        Assert.Equal(
            "There were 3, that is 42%, of 7. | [Medium Check these figures: Figures not found in the data given to the model: 42%, 7.]", Shown(result.Document.Sections[0]));
        Assert.Equal(("unknown_figures", LogLevel.Warning), (result.Log[0].Code, result.Log[0].Level));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("max_tokens")]
    public void An_answer_that_ends_early_says_so(string reason) =>
        Assert.Equal("There were | The answer ends early: it reached max_tokens (1,000).", Shown(Run(Block(), Answer("There were", reason)).Document.Sections[0]));

    [Fact]
    public void A_failed_question_is_a_failed_block_as_its_policy_says()
    {
        var shown = Run(Block(), Failed);
        Assert.Equal((SectionStatus.Failed, "model_unavailable", "test.yaml, line 3, column 5: models.example answered 503 (ServiceUnavailable)."), (shown.Document.Sections[0].Status, shown.Document.Sections[0].ReasonCode, shown.Document.Sections[0].Reason));
        Assert.Equal(ReportStatus.CompletedWithErrors, shown.Document.Metadata.Status);

        var hidden = Run(Block(more: ", on_error: hide"), Failed);
        Assert.Empty(hidden.Document.Sections);
        Assert.Equal(ReportStatus.CompletedWithErrors, hidden.Document.Metadata.Status);

        Assert.Equal("model_unavailable", Assert.ThrowsAny<CompositionException>(() => Run(Block(more: ", on_error: fail"), Failed)).Code);
    }

    [Fact]
    public void Rule_based_text_takes_the_place_of_a_failed_answer_and_the_report_says_that_it_failed()
    {
        var result = Run(Block(", fallback: 'Counted: {{ n }}.'", ", on_error: fail"), Failed);
        var section = result.Document.Sections[0];
        Assert.Equal((SectionStatus.Ok, null, "model_unavailable", "models.example answered 503 (ServiceUnavailable)."), (section.Status, section.AnalysisModel, section.ReasonCode, section.Reason));
        Assert.Equal("Counted: 3. | [High Rule-based text: The AI model could not write this section. models.example answered 503 (ServiceUnavailable).]", Shown(section));
        Assert.Equal(ReportStatus.CompletedWithErrors, result.Document.Metadata.Status);
    }

    [Fact]
    public void Where_nobody_can_be_asked_the_section_says_why()
    {
        static AnalysisRecord Nobody(AnalysisRequest request) => new(request, AnalysisState.Unavailable) { ErrorMessage = "no AI provider is configured for the model gpt-4o." };
        var empty = Run(Block(), Nobody).Document;
        Assert.Equal((SectionStatus.Empty, "No AI provider is configured for the model gpt-4o."), (empty.Sections[0].Status, empty.Sections[0].Reason));
        Assert.Equal(ReportStatus.Completed, empty.Metadata.Status);
        Assert.Equal("Counted: 3. | Rule-based text: no AI provider is configured for the model gpt-4o.", Shown(Run(Block(", fallback: 'Counted: {{ n }}.'"), Nobody).Document.Sections[0]));
        Assert.Equal("Counted: 3. | Rule-based text: no AI provider is configured.", Shown(Run(Block(", fallback: 'Counted: {{ n }}.'"), null).Document.Sections[0]));
    }

    [Fact]
    public void A_prompt_without_room_fails_its_block() =>
        Assert.Equal("context_too_small", Run(Block(", context_window: 1000"), Answer("x")).Document.Sections[0].ReasonCode);

    [Fact]
    public void The_same_answers_give_the_same_document() =>
        Assert.Equal(DocumentJson.Write(Run(Block(), Answer("There were 3.")).Document), DocumentJson.Write(Run(Block(), Answer("There were 3.")).Document));
}
