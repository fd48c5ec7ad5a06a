using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export.Charts;

/// <summary>One bar or one piece of a stack, in the units of its axes.</summary>
/// <param name="From">Where it starts on the value axis: zero, or the end of the piece before.</param>
/// <param name="Center">Its middle on the label axis, where labels stand at 0, 1, 2, ….</param>
/// <param name="Thickness">On the label axis.</param>
internal sealed record Bar(int Series, int Label, double From, double To, double Center, double Thickness)
{
    /// <summary>Bars side by side within each label, or one stack for each; labels without a value have none.</summary>
    /// <param name="share">Part of a label's slot that bars fill.</param>
    public static ImmutableArray<Bar> Lay(ChartData data, bool stacked, double share)
    {
        var bars = ImmutableArray.CreateBuilder<Bar>();
        var thickness = stacked ? share : share / data.Series.Length;
        for (var label = 0; label < data.Labels.Length; label++)
        {
            var (above, below) = (0.0, 0.0);
            for (var series = 0; series < data.Series.Length; series++)
            {
                if (data.Series[series].Values[label] is not { } value)
                    continue;
                var start = !stacked ? 0 : value < 0 ? below : above;
                var center = stacked ? label : label + (series - (data.Series.Length - 1) / 2.0) * thickness;
                bars.Add(new Bar(series, label, start, start + value, center, thickness));
                if (value < 0)
                    below += value;
                else
                    above += value;
            }
        }

        return bars.ToImmutable();
    }

    /// <summary>A scale from zero that holds every bar and every threshold.</summary>
    public static ValueScale Scale(ChartData data, bool stacked, IEnumerable<ChartThreshold> thresholds, int ticks) => ValueScale.Enclosing(
        Lay(data, stacked, 1).Select(b => b.To).Concat(thresholds.Select(t => t.Value)), fromZero: true, data.Options.Minimum, data.Options.Maximum, ticks);

    public ThemeColor Color(ChartData data) =>
        data.Series.Length == 1 ? SeriesStyle.ColorOfLabel(data, Label, varied: false) : SeriesStyle.ColorOf(data, Series);

    public string Text(ChartOptions options) => NumberText.Value(To - From, options);
}
