using OxyPlot;
using OxyPlot.Annotations;

namespace Daybook.Export.Charts;

/// <summary>What a chart draws itself, at its place among the layers of OxyPlot.</summary>
internal sealed class Sketch : Annotation
{
    private readonly Action<IRenderContext> _draw;

    public Sketch(AnnotationLayer layer, Action<IRenderContext> draw)
    {
        Layer = layer;
        _draw = draw;
    }

    public override void Render(IRenderContext rc) => _draw(rc);
}
