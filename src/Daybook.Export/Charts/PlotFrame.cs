using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>
/// The parts that charts with axes share: the key on top, gridlines, tick labels, margins made from measured text. OxyPlot maps
/// values to places and draws the series; titles, labels and keys are ours.
/// </summary>
internal sealed class PlotFrame
{
    public const string ValueKey = "value";
    public const string OtherKey = "other";

    private const double XTitleHeight = 20;

    private readonly LegendRows? _legend;

    public PlotFrame(IRenderContext measure, ChartData data, double width, LegendRows? legend) =>
        (Measure, Data, Width, _legend) = (measure, data, width, legend);

    public IRenderContext Measure { get; }

    public ChartData Data { get; }

    public double Width { get; }

    public bool IsNarrow => Width < 500;

    public PlotModel Model { get; } = new()
    {
        DefaultFont = ChartText.Family,
        DefaultFontSize = ChartText.Size,
        IsLegendVisible = false,
        Padding = default,
        PlotAreaBorderThickness = default,
        Culture = System.Globalization.CultureInfo.InvariantCulture,
    };

    /// <summary>Room kept free above the plot for labels on top of its marks.</summary>
    public double Headroom { get; set; }

    private double Top => (_legend?.Height ?? 0) + 10 + Headroom;

    public void Sketch(AnnotationLayer layer, Action<IRenderContext> draw) => Model.Annotations.Add(new Sketch(layer, draw));

    /// <summary>An axis of numbers with gridlines across the plot.</summary>
    /// <param name="options">Of the chart; without its unit where the axis is not that of its values.</param>
    public LinearAxis AddValueAxis(AxisPosition position, ValueScale scale, ChartOptions options, bool visible = true)
    {
        var axis = new LinearAxis
        {
            Key = ValueKey,
            Position = position,
            Minimum = scale.Minimum,
            Maximum = scale.Maximum,
            MajorStep = scale.Step,
            MinorStep = scale.Step,
            IsAxisVisible = visible,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = ChartInk.Of(ThemeColor.Rule),
            MajorGridlineThickness = 1,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.None,
            TextColor = ChartInk.Of(ThemeColor.Muted),
            AxisTickToLabelDistance = 6,
            LabelFormatter = value => NumberText.Tick(value, scale.Step, options),
        };
        Model.Axes.Add(axis);
        return axis;
    }

    /// <summary>Width of the widest tick label.</summary>
    public double TickWidth(ValueScale scale) => scale.Ticks().Max(tick => Measure.Width(NumberText.Tick(tick, scale.Step, Data.Options)));

    /// <summary>Sets the margins around a plot of the given height and draws key and x title into them.</summary>
    public ChartDrawing Finish(double left, double right, double bottom, double plotHeight, bool xTitleBelow = true)
    {
        var xTitle = xTitleBelow ? ChartText.Cut(Measure, Data.Options.XTitle ?? "", Width) : "";
        var below = bottom + (xTitle.Length > 0 ? XTitleHeight : 0);
        var height = Math.Ceiling(Top + plotHeight + below);
        Model.PlotMargins = new OxyThickness(left, Top, right, below);
        Sketch(AnnotationLayer.AboveSeries, context =>
        {
            _legend?.Draw(context, 0, 2);
            if (xTitle.Length > 0)
                Text(context, new(left + (Width - left - right) / 2, height - 2), xTitle, HorizontalAlignment.Center, VerticalAlignment.Bottom);
        });
        return new ChartDrawing(Model, Width, height);
    }

    public static void Text(
        IRenderContext context, ScreenPoint at, string text, HorizontalAlignment horizontal, VerticalAlignment vertical,
        ThemeColor color = ThemeColor.Muted, double size = ChartText.Size, double weight = ChartText.Regular, double rotation = 0) =>
        context.DrawText(at, text, ChartInk.Of(color), ChartText.Family, size, weight, rotation, horizontal, vertical);
}
