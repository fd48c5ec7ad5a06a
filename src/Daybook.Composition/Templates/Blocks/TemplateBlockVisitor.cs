namespace Daybook.Composition;

public abstract class TemplateBlockVisitor<T>
{
    public abstract T Visit(DataBlock block);

    public abstract T Visit(AnalysisBlock block);

    public abstract T Visit(VisualizationBlock block);

    public abstract T Visit(CustomBlock block);

    public abstract T Visit(CompositeBlock block);
}
