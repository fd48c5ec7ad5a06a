using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Finds what models are to be asked for a report, in the order of its blocks.</summary>
internal sealed class AnalysisPlan(BlockRun run)
{
    private readonly ImmutableArray<AnalysisRequest>.Builder _requests = ImmutableArray.CreateBuilder<AnalysisRequest>();

    public static bool IsNeededBy(ImmutableArray<TemplateBlock> blocks) =>
        blocks.Any(block => block is AnalysisBlock || (block is CompositeBlock composite && IsNeededBy(composite.SubBlocks)));

    public ImmutableArray<AnalysisRequest> Of(ImmutableArray<TemplateBlock> blocks)
    {
        Add(blocks, "");
        return _requests.ToImmutable();
    }

    private void Add(ImmutableArray<TemplateBlock> blocks, string prefix)
    {
        foreach (var block in blocks.Where(block => block.Enabled))
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                Add(block, prefix + block.Id);
            }
            catch (CompositionException)
            {
                // The block itself says what is wrong with it when it is composed.
            }
        }
    }

    private void Add(TemplateBlock block, string id)
    {
        if (block is not (AnalysisBlock or CompositeBlock))
            return;
        var scope = run.Scope(block.Paths);
        if (block.Condition is { } condition && !run.Texts.IsTrue(condition, scope, run.CancellationToken))
            return;
        if (block is CompositeBlock composite)
            Add(composite.SubBlocks, id + "_");
        else if (block is AnalysisBlock { Config.Model: not ModelName.None } analysis)
            _requests.Add(new AnalysisPrompt(run, scope, id).Of(analysis));
    }
}
