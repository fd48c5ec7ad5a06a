using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>A chart ready to be drawn on any render context: SVG now, PDF pages and bitmaps by the same call.</summary>
/// <param name="Width">In the units of text sizes (CSS pixels).</param>
internal sealed record ChartDrawing(PlotModel Model, double Width, double Height)
{
    public void Draw(IRenderContext context)
    {
        IPlotModel model = Model;
        model.Update(updateData: true);
        ThrowOnError();
        try
        {
            model.Render(context, new OxyRect(0, 0, Width, Height));
        }
        finally
        {
            ThrowOnError();
        }
    }

    /// <summary>OxyPlot paints an error into the picture and goes on; a report must not show that as its chart.</summary>
    private void ThrowOnError()
    {
        if (Model.GetLastPlotException() is { } error)
            throw new InvalidOperationException("The chart could not be drawn.", error);
    }
}
