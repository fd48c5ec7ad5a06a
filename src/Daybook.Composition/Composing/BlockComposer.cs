using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Composes single blocks into sections. A block that fails becomes a section that says so.</summary>
internal sealed class BlockComposer(BlockRun run)
{
    /// <returns>Null when the block is left out.</returns>
    /// <exception cref="CompositionException">The block failed, and its template says that the report fails then.</exception>
    public Section? Compose(TemplateBlock block, string id)
    {
        if (!block.Enabled)
        {
            run.Log.Add(new LogEntry(LogLevel.Info, id, SectionCodes.Disabled, "The block is disabled.") { Location = block.Location });
            return null;
        }

        var section = new Section(id, block.Title.Length > 0 ? block.Title : null, KindOf(block), []) { Icon = block.Icon, Sources = [.. block.Paths.Select(path => path.Path)] };
        try
        {
            var scope = run.Scope(block.Paths);
            if (block.Condition is { } condition && !run.Texts.IsTrue(condition, scope, run.CancellationToken))
            {
                run.Log.Add(new LogEntry(LogLevel.Info, id, SectionCodes.ConditionFalse, "The block's condition is false.") { Location = condition.Location });
                return null;
            }

            return Finish(block, section, block.Accept(new BlockContents(run, scope, id, this)));
        }
        catch (CompositionException exception) when (exception is not ReportFailure)
        {
            return Failed(block, section, exception);
        }
    }

    public ImmutableArray<Section> ComposeAll(ImmutableArray<TemplateBlock> blocks, string prefix) =>
        [.. blocks.Select(block => Compose(block, prefix + block.Id)).OfType<Section>()];

    private static SectionKind KindOf(TemplateBlock block) => block switch
    {
        DataBlock => SectionKind.Data,
        AnalysisBlock => SectionKind.Analysis,
        VisualizationBlock => SectionKind.Visualization,
        CustomBlock => SectionKind.Custom,
        CompositeBlock => SectionKind.Composite,
        _ => throw new ArgumentException($"unknown block {block.GetType().Name}", nameof(block)),
    };

    private Section? Finish(TemplateBlock block, Section section, BlockContent content)
    {
        var notes = run.PrintsNotes ? [] : DataNotes.Warnings(run.Data, content.Datasets);
        section = section with
        {
            Blocks = notes.AddRange(content.Blocks),
            Sources = section.Sources.IsEmpty ? content.Datasets : section.Sources,
            Data = SectionData.Of(run.Data, section.Sources.IsEmpty ? content.Datasets : section.Sources),
            AnalysisModel = content.Answer?.Model,
            AnalysisAt = content.Answer?.AnsweredAt,
            TokensUsed = content.Answer?.TotalTokens,
            Reason = content.StandsInFor?.Reason,
            ReasonCode = content.StandsInFor?.Code,
        };
        if (content.EmptyReason is not { } reason)
            return section;
        run.Log.Add(new LogEntry(LogLevel.Info, section.Id, content.EmptyCode, reason) { Location = block.Location });
        return block.OnEmpty switch
        {
            EmptyPolicy.Show => section with { Status = SectionStatus.Empty, Reason = reason, ReasonCode = content.EmptyCode },
            EmptyPolicy.Note => section with { Status = SectionStatus.Empty, Reason = block.EmptyNote, ReasonCode = content.EmptyCode },
            EmptyPolicy.Hide => null,
            _ => throw new ArgumentOutOfRangeException(nameof(block), block.OnEmpty, null),
        };
    }

    private Section? Failed(TemplateBlock block, Section section, CompositionException exception)
    {
        run.HasFailures = true;
        var place = exception.Location ?? block.Location;
        var reason = exception.Location is { Line: > 0 } at ? $"{Path.GetFileName(at.File)}, line {at.Line}, column {at.Column}: {exception.Message}" : exception.Message;
        run.Log.Add(new LogEntry(LogLevel.Error, section.Id, exception.Code, exception.Detail is { } detail ? $"{exception.Message} {detail}" : exception.Message) { Location = place });
        return block.OnError switch
        {
            ErrorPolicy.Show => section with { Status = SectionStatus.Failed, Reason = reason, ReasonCode = exception.Code },
            ErrorPolicy.Hide => null,
            ErrorPolicy.Fail => throw new ReportFailure(section.Id, exception, place),
            _ => throw new ArgumentOutOfRangeException(nameof(block), block.OnError, null),
        };
    }
}
