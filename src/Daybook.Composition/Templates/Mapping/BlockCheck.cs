using System.Collections.Immutable;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Checks the Jinja of a block, and that no short name in it could mean two things.</summary>
internal sealed class BlockCheck(JinjaCheck jinja, ImmutableHashSet<string> parameters) : TemplateBlockVisitor<bool>
{
    public override bool Visit(DataBlock block)
    {
        if (block.Table?.Caption is { } caption)
            jinja.Text(caption);
        return Check(block, []);
    }

    public override bool Visit(VisualizationBlock block) => Check(block, []);

    public override bool Visit(CustomBlock block)
    {
        // The output template sees the script's result, not the data sources.
        if (block.OutputTemplate is { } output)
            jinja.Text(output);
        return Check(block, []);
    }

    public override bool Visit(AnalysisBlock block)
    {
        if (block.Config.Fallback is { } fallback)
            jinja.Text(fallback);
        foreach (var header in block.Config.Headers.Values)
            jinja.Text(header);
        if (block.Config.RequestTemplate is { } request)
            jinja.Value(request);
        return Check(block, block.DataDependencies, block.Config.PromptTemplate);
    }

    public override bool Visit(CompositeBlock block)
    {
        foreach (var sub in block.SubBlocks)
            sub.Accept(this);
        return Check(block, []);
    }

    private bool Check(TemplateBlock block, ImmutableArray<DataPath> dependencies, TemplateText? prompt = null)
    {
        if (block.Condition is { } condition)
            RefuseAmbiguous(block.DataSources, condition, jinja.Expression(condition));
        if (block.Template is { } template)
            RefuseAmbiguous(block.DataSources, template, jinja.Text(template));
        if (prompt is not null)
            RefuseAmbiguous(dependencies.IsEmpty ? block.DataSources : dependencies, prompt, jinja.Text(prompt));
        return true;
    }

    private void RefuseAmbiguous(ImmutableArray<DataPath> sources, TemplateText text, IReadOnlyList<UndeclaredVariable> names)
    {
        foreach (var name in names)
        {
            var meanings = sources.Where(path => path.LastSegment == name.Name).Select(path => $"'{path}'").ToList();
            if (meanings.Count > 0 && parameters.Contains(name.Name))
                meanings.Add($"the parameter '{name.Name}'");
            if (meanings.Count > 1)
            {
                jinja.Diagnostics.Error(
                    DiagnosticCodes.PathCollision,
                    text.PlaceOf(name.Line, name.Column),
                    $"'{name.Name}' could be {string.Join(" or ", meanings)}",
                    "Write the whole path.");
            }
        }
    }
}
