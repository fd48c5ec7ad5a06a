using System.Collections.Concurrent;
using Daybook.Documents;
using Daybook.Export.Png;

namespace Daybook.Export;

/// <summary>The pictures of one report in one theme: each is drawn once, however many messages show it. Safe for use by several at once.</summary>
public sealed class DrawnPictures
{
    private readonly ConcurrentDictionary<object, Lazy<PngPicture?>> _drawn = new();

    /// <inheritdoc cref="PngPictures.OfChart"/>
    public PngPicture? Chart(Chart chart, int width, int scale, Theme theme, bool withTitle = false) =>
        Once((chart, width, scale, withTitle), () => PngPictures.OfChart(chart, width, scale, theme, withTitle));

    /// <param name="number">Among the report's cards: its words say the rest.</param>
    internal PngPicture Card(MetricCard card, int number, int width, int scale, Theme theme) =>
        Once((number, CardText.Sentence(card), width, scale), () => PngPictures.OfCards([card], width, 1, scale, theme))!;

    internal PngPicture? Logo(int scale, Theme theme) => Once(("logo", scale), () => PngLogo.Of(theme, scale));

    private PngPicture? Once(object place, Func<PngPicture?> draw) => _drawn.GetOrAdd(place, _ => new Lazy<PngPicture?>(draw)).Value;
}
