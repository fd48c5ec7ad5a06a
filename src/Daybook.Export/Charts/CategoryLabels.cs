using System.Collections.Immutable;
using OxyPlot;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>Labels below a plot: all on one line where they fit, else wrapped, else turned, else every n-th.</summary>
internal sealed class CategoryLabels
{
    private const double Gap = 8;
    private const double TurnedWidth = 140;
    private const double Angle = -40;
    private const double Turn = -Angle * Math.PI / 180;

    private readonly IRenderContext _measure;
    private readonly ImmutableArray<string> _texts;
    private readonly bool _turned;

    private CategoryLabels(IRenderContext measure, ImmutableArray<string> texts, bool turned, double height) =>
        (_measure, _texts, _turned, Height) = (measure, texts, turned, height + 8);

    public double Height { get; }

    /// <param name="slot">Distance of two labels.</param>
    /// <param name="mayThin">True where labels have an order (days), so that some stand for all.</param>
    public static CategoryLabels Fit(IRenderContext measure, ImmutableArray<string> labels, double slot, bool mayThin)
    {
        var line = ChartText.Size * ChartText.LineHeight;
        var widest = labels.Max(l => measure.Width(l));
        if (widest <= slot - Gap)
            return new(measure, labels, false, line);
        if (mayThin && (slot < 40 || widest <= 90))
            return new(measure, Thinned(labels, slot, widest), false, line);
        ImmutableArray<string> wrapped = [.. labels.Select(l => ChartText.Wrap(measure, l, slot - Gap, 3))];
        if (slot >= 44 && !wrapped.Any(w => w.Contains('…', StringComparison.Ordinal)))
            return new(measure, wrapped, false, wrapped.Max(w => measure.MeasureText(w, ChartText.Family, ChartText.Size, ChartText.Regular).Height));
        ImmutableArray<string> cut = [.. labels.Select(l => ChartText.Cut(measure, l, TurnedWidth))];
        if (slot < line)
            cut = Thinned(cut, slot, line - Gap);
        return new(measure, cut, true, cut.Max(l => measure.Width(l)) * Math.Sin(Turn) + line * Math.Cos(Turn));
    }

    /// <summary>How far labels reach beyond a plot to its left and right.</summary>
    /// <param name="edge">From the edges of the plot to the first and last place.</param>
    public (double Left, double Right) Overhang(double slot, double edge)
    {
        var (left, right) = (0.0, 0.0);
        for (var i = 0; i < _texts.Length; i++)
        {
            var width = _measure.Width(_texts[i]);
            left = Math.Max(left, (_turned ? width * Math.Cos(Turn) : width / 2) - edge - i * slot);
            right = Math.Max(right, (_turned ? 4 : width / 2) - edge - (_texts.Length - 1 - i) * slot);
        }

        return (left, right);
    }

    /// <summary>Draws the labels below the plot at the places of a horizontal axis.</summary>
    public void Draw(IRenderContext context, Axis axis, double bottom)
    {
        for (var i = 0; i < _texts.Length; i++)
        {
            var at = new ScreenPoint(axis.Transform(i), bottom + 8);
            if (_turned)
                PlotFrame.Text(context, at, _texts[i], HorizontalAlignment.Right, VerticalAlignment.Top, rotation: Angle);
            else
                PlotFrame.Text(context, at, _texts[i], HorizontalAlignment.Center, VerticalAlignment.Top);
        }
    }

    /// <summary>Keeps every n-th label, counted from the last, which is the newest.</summary>
    private static ImmutableArray<string> Thinned(ImmutableArray<string> labels, double slot, double widest)
    {
        var every = (int)Math.Ceiling((widest + 2 * Gap) / slot);
        return [.. labels.Select((label, i) => (labels.Length - 1 - i) % every == 0 ? label : "")];
    }
}
