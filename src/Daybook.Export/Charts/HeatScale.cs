using Daybook.Documents;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Divides the range of a heatmap into steps of equal size, each with its colour.</summary>
internal sealed record HeatScale(double Minimum, double Maximum, ChartOptions Options)
{
    private const double StepWidth = 26;

    public static HeatScale Of(ChartData data)
    {
        var (low, high) = (data.Values.Min(), data.Values.Max());
        low = Math.Min(low, data.Options.Minimum is { } minimum && Math.Abs(minimum) <= ChartData.Largest ? minimum : low > 0 && low < 0.6 * high ? 0 : low);
        high = Math.Max(high, data.Options.Maximum is { } maximum && Math.Abs(maximum) <= ChartData.Largest ? maximum : high);
        return new(low, high, data.Options);
    }

    public ThemeColor Color(double value) => Maximum <= Minimum
        ? ThemeColors.Heat(ThemeColors.HeatCount / 2)
        : ThemeColors.Heat(Math.Min(ThemeColors.HeatCount - 1, (int)((value - Minimum) / (Maximum - Minimum) * ThemeColors.HeatCount)));

    public string Text(double value) => NumberText.Value(value, Options);

    /// <summary>The steps in a row with the numbers at both ends.</summary>
    public void DrawKey(IRenderContext context, double left, double top, double width)
    {
        var (low, high) = (Text(Minimum), Text(Maximum));
        var step = Math.Min(StepWidth, (width - context.Width(low) - context.Width(high) - 16) / ThemeColors.HeatCount);
        if (step < 6)
            return;
        PlotFrame.Text(context, new(left, top + 7), low, HorizontalAlignment.Left, VerticalAlignment.Middle);
        var x = left + context.Width(low) + 8;
        for (var i = 0; i < ThemeColors.HeatCount; i++)
            context.DrawRectangle(new OxyRect(x + i * step, top, step - 1, 13), ChartInk.Of(ThemeColors.Heat(i)), ChartInk.None, 0, EdgeRenderingMode.Automatic);
        PlotFrame.Text(context, new(x + ThemeColors.HeatCount * step + 7, top + 7), high, HorizontalAlignment.Left, VerticalAlignment.Middle);
    }
}
