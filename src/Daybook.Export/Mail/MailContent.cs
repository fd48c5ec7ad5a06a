using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;
using Daybook.Export.Pdf;

namespace Daybook.Export.Mail;

/// <summary>What of a report stands in the mail; both of its forms are made from this.</summary>
/// <param name="Parts">In their order: cards that stand alone, the summary, a chart that stands alone.</param>
/// <param name="IsCut">The summary goes on in the report.</param>
/// <param name="Failed">Every section that could not be made.</param>
/// <param name="Empty">Every section without data.</param>
/// <param name="Others">Titles of sections that only the whole report has.</param>
/// <param name="Problems">What else is wrong, a sentence each.</param>
internal sealed record MailContent(
    DocumentMetadata Metadata,
    string? Classification,
    ImmutableArray<MailPart> Parts,
    bool IsCut,
    ImmutableArray<Section> Failed,
    ImmutableArray<Section> Empty,
    int SectionCount,
    ImmutableArray<string> Others,
    ImmutableArray<string> Problems)
{
    /// <summary>Titles and reasons beyond this are cut: they are named in the report.</summary>
    public const int LongestTitle = 200;

    public const int LongestReason = 300;

    public const int LongestEmptyReason = 150;

    public const int LongestIntroduction = 3_000;

    public const int MostNamed = 8;

    public const int MostOthers = 12;

    public const int MostFiles = 8;

    public const string NothingAssessed = "Nothing was assessed: no section has data";

    private const int LongestPreheader = 180;

    private const int FiguresAhead = 3;

    /// <summary>It tells of something instead of showing a report, and is neither whole nor partial.</summary>
    public bool IsNotice { get; init; }

    public bool IsWhole => Metadata.Status == ReportStatus.Completed && Problems.IsEmpty;

    public ReportStatus Status => IsWhole ? ReportStatus.Completed : ReportStatus.CompletedWithErrors;

    /// <summary>No section has data: whatever the status, nobody may read the mail as good news.</summary>
    public bool IsEmpty => Empty.Length == SectionCount;

    /// <summary>Which template made the report, and when.</summary>
    public string Origin => IsNotice
        ? $"{Line(Metadata.TemplateName, LongestTitle)} · written {Line(DateText.Generated(Metadata), LongestTitle)}"
        : $"{Line(Metadata.TemplateName, LongestTitle)}, version {Line(Metadata.TemplateVersion, 50)} · generated {Line(DateText.Generated(Metadata), LongestTitle)}";

    /// <summary>How long what the mail links to can be fetched; null where it says nothing about it.</summary>
    public string? LinksUntil(MailOptions options) => options.LinksUntil is { } until ? $"What is linked can be fetched until {DateText.Minute(until, Metadata)}." : null;

    public string Title => Line(Metadata.Title, LongestTitle);

    /// <summary>Status, date and the first figures, for lists of mails.</summary>
    public string Preheader => Line(
        string.Join(" · ", new[] { IsNotice ? Title : !IsWhole ? FailedCount : IsEmpty ? NothingAssessed : StatusText.Of(Status), DateText.Short(Metadata) }.Concat(
            Parts.SelectMany(part => part.Blocks).OfType<MetricCards>().SelectMany(cards => cards.Cards).Take(FiguresAhead).Select(card => $"{card.Label}: {CardText.Value(card)}"))),
        LongestPreheader);

    /// <summary><c>2 of 9 sections could not be made</c></summary>
    public string FailedCount => Failed.Length switch
    {
        0 when !Problems.IsEmpty => Line(Problems[0].TrimEnd('.'), LongestTitle),
        0 => "It was completed with errors",
        1 => string.Create(CultureInfo.InvariantCulture, $"1 of {SectionCount} {(SectionCount == 1 ? "section" : "sections")} could not be made"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Failed.Length} of {SectionCount} sections could not be made"),
    };

    /// <param name="room">How much text the summary may have, roughly in bytes of its HTML.</param>
    public static MailContent Of(ReportDocument document, MailOptions options, int room)
    {
        var all = document.Sections.SelectMany(SectionTree.WithInner).ToList();
        var chosen = Choose(document, options);
        var inside = chosen.SelectMany(SectionTree.Blocks).ToHashSet(ReferenceEqualityComparer.Instance);
        var chart = options.IncludeChart ? MailExporter.FirstChart(document) : null;
        var shortening = new MailShortening(room, chart);
        var parts = ImmutableArray.CreateBuilder<MailPart>();
        var cards = inside.OfType<MetricCards>().Any(cards => !cards.Cards.IsEmpty) ? null : all.SelectMany(SectionTree.OwnBlocks).OfType<MetricCards>().FirstOrDefault(cards => !cards.Cards.IsEmpty);
        if (cards is not null)
            parts.Add(new MailPart(null, shortening.Shorten([cards])));
        var shown = new HashSet<object?>(ReferenceEqualityComparer.Instance) { chart };
        // With cards left out, that is said in a block of its own.
        if (parts is [{ Blocks: [MetricCards] }])
            shown.Add(cards);
        foreach (var section in chosen)
            parts.Add(new MailPart(section.Title, shortening.ShortenContent(section)));
        var alone = chart is null || inside.Contains(chart) ? null : all.FirstOrDefault(section => SectionTree.OwnBlocks(section).Contains(chart, ReferenceEqualityComparer.Instance));
        if (alone is not null)
            parts.Add(new MailPart(chart!.Title is { Length: > 0 } ? null : alone.Title, [chart]));
        return new MailContent(
            document.Metadata, options.Classification ?? document.Metadata.Classification, parts.ToImmutable(), shortening.IsCut,
            [.. all.Where(section => section.Status == SectionStatus.Failed)], [.. all.Where(section => section.Status == SectionStatus.Empty)], all.Count,
            [.. document.Sections.Except(chosen).Where(section => section.Status == SectionStatus.Ok && !IsShown(section, shown)).Select(section => section.Title).OfType<string>().Where(title => title.Length > 0)],
            [.. options.Problems.Take(MostNamed).Select(problem => Line(problem, LongestReason)), .. RuleBased([.. SectionTree.RuleBased(document.Sections)])])
        {
            IsNotice = options.IsNotice,
        };
    }

    /// <summary>A text on one line, no longer than asked, without anything that no eye can see.</summary>
    public static string Line(string text, int longest) => VisibleText.Cut(VisibleText.Plain(text), longest);

    public static string NameOf(Section section) => Line(section.Title is { Length: > 0 } title ? title : Words(section.Id), LongestTitle);

    /// <summary><c>trends_rates</c> as <c>Trends rates</c>.</summary>
    private static string Words(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');

    public static string ReasonOf(Section section) => Line(section.Reason ?? "No reason was given.", LongestReason);

    public static string EmptyReasonOf(Section section) => Line(section.Reason ?? "There was no data for this section.", LongestEmptyReason);

    /// <summary>Whether a section is nothing but the chart or the cards that the mail shows whole.</summary>
    private static bool IsShown(Section section, HashSet<object?> shown) => SectionTree.Blocks(section).Any() && SectionTree.Blocks(section).All(shown.Contains);

    /// <returns>A sentence, or none.</returns>
    private static IEnumerable<string> RuleBased(ImmutableArray<Section> sections)
    {
        if (sections.IsEmpty)
            yield break;
        var names = string.Join(", ", sections.Take(MostNamed).Select(NameOf));
        yield return string.Create(CultureInfo.InvariantCulture, $"The AI model could not write {(sections.Length == 1 ? "one section, which has" : $"{sections.Length:N0} sections, which have")} rule-based text instead: {names}{(sections.Length > MostNamed ? " …" : ".")}");
    }

    private static ImmutableArray<Section> Choose(ReportDocument document, MailOptions options)
    {
        if (!options.Sections.IsEmpty)
            return [.. document.Sections.Where(section => options.Sections.Contains(section.Id) && section.Status == SectionStatus.Ok)];
        var first = document.Sections.FirstOrDefault(section => section.Status == SectionStatus.Ok && SectionTree.Blocks(section).Any(block => block is Paragraph or ListBlock or Callout));
        return first is null ? [] : [first];
    }
}
