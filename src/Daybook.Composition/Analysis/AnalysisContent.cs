using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>What an analysis block shows: the model's answer with remarks on it, or its rule-based text, marked as such.</summary>
internal sealed class AnalysisContent(BlockRun run, DataScope scope, string id)
{
    private const int MostFigures = 20;
    private const string NobodyToAsk = "no AI provider is configured.";

    /// <exception cref="CompositionException">The prompt cannot be made, or the model could not be asked and the block has no rule-based text.</exception>
    public BlockContent Of(AnalysisBlock block)
    {
        if (block.Config.Model == ModelName.None)
            return RuleBased(block, "this section asks no AI model.");
        if (run.Request.Analyses.GetValueOrDefault(id) is not { } record)
        {
            // Says what is wrong with the prompt, if that is why nobody was asked.
            new AnalysisPrompt(run, scope, id).Of(block);
            return RuleBased(block, NobodyToAsk);
        }

        return record switch
        {
            { State: AnalysisState.Answered, Answer: { } answer } => Answered(block, record.Request, answer),
            { State: AnalysisState.Failed } => Failed(block, record),
            _ => RuleBased(block, record.ErrorMessage ?? NobodyToAsk),
        };
    }

    private BlockContent Answered(AnalysisBlock block, AnalysisRequest request, AnalysisAnswer answer)
    {
        var blocks = AnswerBlocks.Of(block.Config.OutputProcessor, answer.Content, out var problem);
        if (blocks.IsEmpty)
            return Failed(block, SectionCodes.EmptyAnswer, $"The model {answer.Model} answered with nothing.");
        if (problem is not null)
            blocks = blocks.Add(Remark(block, LogLevel.Warning, SectionCodes.NotJson, problem));
        if (request.CutCharacters > 0)
            blocks = blocks.Add(Remark(block, LogLevel.Warning, SectionCodes.PromptCut, string.Create(CultureInfo.InvariantCulture, $"The model saw only the beginning of the data: {request.CutCharacters:N0} characters did not fit into its context_window of {request.ContextWindow:N0} tokens.")));
        if (answer.IsCut)
            blocks = blocks.Add(Remark(block, LogLevel.Warning, SectionCodes.AnswerCut, string.Create(CultureInfo.InvariantCulture, $"The answer ends early: it reached max_tokens ({request.MaxTokens:N0}).")));
        if (UnknownFigures(answer.Content, request.Prompt) is { } figures)
        {
            run.Log.Add(new LogEntry(LogLevel.Warning, id, SectionCodes.UnknownFigures, $"Figures not found in the data: {figures}.") { Location = block.Location });
            blocks = blocks.Add(new Callout(Severity.Medium, "Check these figures", [new Paragraph([new TextInline("Figures not found in the data given to the model: "), new Strong([new TextInline(figures)]), new TextInline(".")])]));
        }

        return new BlockContent(blocks) { Answer = answer };
    }

    private static string? UnknownFigures(string answer, string prompt)
    {
        var unknown = FigureGuard.Unknown(answer, prompt);
        if (unknown.IsEmpty)
            return null;
        var shown = string.Join(", ", unknown.Take(MostFigures));
        return unknown.Length > MostFigures ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {unknown.Length - MostFigures:N0} more") : shown;
    }

    private BlockContent Failed(AnalysisBlock block, AnalysisRecord record) =>
        Failed(block, record.ErrorCode ?? SectionCodes.EmptyAnswer, record.ErrorMessage ?? "The model could not be asked.");

    /// <summary>The rule-based text takes the place of the answer, and the report still says that the block failed.</summary>
    private BlockContent Failed(AnalysisBlock block, string code, string message)
    {
        if (Fallback(block) is not { IsEmpty: false } text)
            throw new CompositionException(code, message) { Location = block.Location };
        run.HasFailures = true;
        run.Log.Add(new LogEntry(LogLevel.Error, id, code, $"The rule-based text was used. {message}") { Location = block.Location });
        return new BlockContent(text.Add(new Callout(Severity.High, "Rule-based text", [new Paragraph([new TextInline($"The AI model could not write this section. {message}")])]))) { StandsInFor = (code, message) };
    }

    /// <param name="reason">The end of a sentence.</param>
    private BlockContent RuleBased(AnalysisBlock block, string reason)
    {
        if (Fallback(block) is { IsEmpty: false } text)
            return new BlockContent(text.Add(Remark(block, LogLevel.Info, SectionCodes.NoProvider, $"Rule-based text: {reason}")));
        var sentence = reason == NobodyToAsk ? "No AI provider is configured; an administrator can add one to have this section written." : $"{char.ToUpperInvariant(reason[0])}{reason[1..]}";
        return BlockContent.Empty(sentence) with { EmptyCode = SectionCodes.NoProvider };
    }

    private ImmutableArray<DocumentBlock>? Fallback(AnalysisBlock block) =>
        block.Config.Fallback is { } fallback ? MarkdownReader.Read(run.Texts.Markdown(fallback, scope, run.CancellationToken), run.Locale) : null;

    private Paragraph Remark(AnalysisBlock block, LogLevel level, string code, string sentence)
    {
        run.Log.Add(new LogEntry(level, id, code, sentence) { Location = block.Location });
        return new Paragraph([new Emphasis([new TextInline(sentence)])]);
    }
}
