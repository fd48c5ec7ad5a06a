using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>What each kind of block shows.</summary>
internal sealed class BlockContents(BlockRun run, DataScope scope, string id, BlockComposer composer) : TemplateBlockVisitor<BlockContent>
{
    private const string NoData = "There is no data for this section.";

    public override BlockContent Visit(DataBlock block)
    {
        if (block.Table is { } table)
            return Introduced(block, DataTable(table));
        if (block.Template is { } template)
            return Text(template) is { IsEmpty: false } text ? new BlockContent(text) { Datasets = UsedBy(template) } : BlockContent.Empty(NoData);
        var blocks = scope.Paths.IsEmpty ? AllData() : [.. scope.Paths.SelectMany(path => Titled(path, scope.Paths.Length > 1))];
        return blocks.IsEmpty ? BlockContent.Empty(NoData) : new BlockContent(blocks) { Datasets = Roots(scope.DataNames) };
    }

    public override BlockContent Visit(VisualizationBlock block)
    {
        var path = SourceOf(block.Config.DataSource, "The chart", "data_source");
        var content = new ChartContent(run, scope, id).Of(block.Config, path) with { Datasets = Roots([path.Path]) };
        return Introduced(block, content);
    }

    public override BlockContent Visit(CustomBlock block) =>
        Introduced(block, new ScriptContent(run, scope, id).Of(block) with { Datasets = scope.Paths.IsEmpty ? [] : Roots(scope.Paths.Select(path => path.Path)) });

    public override BlockContent Visit(CompositeBlock block)
    {
        var sections = composer.ComposeAll(block.SubBlocks, id + "_");
        return Introduced(block, sections.IsEmpty ? BlockContent.Empty("None of its parts has anything to show.") : new BlockContent([.. sections]));
    }

    public override BlockContent Visit(AnalysisBlock block)
    {
        var content = new AnalysisContent(run, scope, id).Of(block);
        var text = content.Answer is null ? block.Config.Fallback : block.Config.PromptTemplate;
        return Introduced(block, text is null || content.EmptyReason is not null ? content : content with { Datasets = UsedBy(text) });
    }

    private ImmutableArray<DocumentBlock> Text(TemplateText template) => MarkdownReader.Read(run.Texts.Markdown(template, scope, run.CancellationToken), run.Locale);

    /// <summary>The template of a block that is not made of text stands above its content.</summary>
    private BlockContent Introduced(TemplateBlock block, BlockContent content)
    {
        if (block.Template is not { } template)
            return content;
        return content with { Blocks = Text(template).AddRange(content.Blocks), Datasets = [.. content.Datasets.Union(UsedBy(template))] };
    }

    private BlockContent DataTable(TableConfig config)
    {
        var path = SourceOf(config.Data, "The table", "data");
        var rows = run.Data.Resolve(path).AsRows()
            ?? throw new CompositionException(SourceCodes.NotRows, $"The table needs rows, but '{path}' is not a list of objects.") { Location = path.Location };
        if (rows.Rows.IsEmpty)
            return BlockContent.Empty(NoData);
        var caption = config.Caption is { } text ? run.Texts.Plain(text, scope, run.CancellationToken) : null;
        return new BlockContent([TableMaker.Make(rows, config, caption, run.Locale)]) { Datasets = Roots([path.Path]) };
    }

    private DataPath SourceOf(DataPath? path, string subject, string key) => path
        ?? (scope.Paths is [var only] ? only : throw new CompositionException(SectionCodes.MissingDataSource, $"{subject} does not say which data it shows; write {key}:, or exactly one of data_sources."));

    private ImmutableArray<DocumentBlock> AllData() =>
        [.. run.Data.Names.Where(name => run.Data.Find(name) is not null).SelectMany(name => Titled(new DataPath(name, default), run.Data.Names.Count() > 1))];

    private ImmutableArray<DocumentBlock> Titled(DataPath path, bool hasTitle)
    {
        var blocks = ReadableData.Of(run.Data.Resolve(path), run.Locale);
        return blocks.IsEmpty || !hasTitle ? blocks : blocks.Insert(0, new Heading(1, [new TextInline(Titles.Of(path.LastSegment))]));
    }

    private ImmutableArray<string> UsedBy(TemplateText template) =>
        Roots(scope.Paths.IsEmpty ? run.Texts.NamesIn(template, scope) : scope.Paths.Select(path => path.Path));

    /// <summary>The datasets behind names and paths.</summary>
    private ImmutableArray<string> Roots(IEnumerable<string> names) => [.. names.Select(name => name.Split('.')[0])
        .SelectMany(name => run.Data.Result(name) is not null ? [name] : run.Data.Spread.Where(dataset => run.Data.Find(dataset)!.Child(name) is not null))
        .Distinct().Order(StringComparer.Ordinal)];
}
