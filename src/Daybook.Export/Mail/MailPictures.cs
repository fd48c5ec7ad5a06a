using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>Collects the pictures of one mail.</summary>
internal sealed class MailPictures(MailOptions options)
{
    /// <summary>Beside the page's edges on desks and phones, in CSS pixels.</summary>
    public const int Wide = 550;

    public const int Narrow = 328;

    private readonly ImmutableArray<MailPicture>.Builder _pictures = ImmutableArray.CreateBuilder<MailPicture>();
    private int _cards;

    public ImmutableArray<MailPicture> All => _pictures.ToImmutable();

    public MailPicture Chart(Chart chart, bool narrow) => Add(
        narrow ? "chart-narrow" : "chart",
        options.Drawn.Chart(chart, narrow ? Narrow : Wide, options.PictureScale, options.Theme) ?? throw new InvalidOperationException("The chart has nothing to draw."));

    /// <returns>Null where the theme has none.</returns>
    public MailPicture? Logo() => options.Drawn.Logo(options.PictureScale, options.Theme) is { } logo ? Add("logo", logo) : null;

    public MailPicture Card(MetricCard card, int width) => Add($"card-{++_cards}", options.Drawn.Card(card, _cards, width, options.PictureScale, options.Theme));

    private MailPicture Add(string contentId, PngPicture picture)
    {
        var added = new MailPicture(contentId, picture);
        _pictures.Add(added);
        return added;
    }
}
