using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>What the content of all pages does, gathered in one walk.</summary>
internal sealed class ContentSurvey(Examination examination) : ContentVisitor
{
    private readonly Dictionary<FileFont, FontUse> fonts = [];
    private readonly Dictionary<(int Page, string Kind), int> untagged = [];
    private readonly HashSet<(string, PdfObject, PdfDictionary, int)> coloursSeen = [];
    private readonly HashSet<(int Page, int Stream, int Mcid)> mcids = [];
    private readonly TagIndex tags = examination.Tags;

    public IEnumerable<FontUse> Fonts => fonts.Values;

    /// <summary>How often content of a kind is neither tagged nor an artifact.</summary>
    public IReadOnlyDictionary<(int Page, string Kind), int> Untagged => untagged;

    public SortedSet<int> PagesWithArtifactInTag { get; } = [];

    public SortedSet<int> PagesWithTagInArtifact { get; } = [];

    public SortedSet<int> PagesWithUnbalancedMarks { get; } = [];

    public SortedSet<(int Page, int Stream, int Mcid)> RepeatedMcids { get; } = [];

    public SortedSet<int> PagesWithTextWithoutLanguage { get; } = [];

    public SortedSet<int> PagesWithTransparency { get; } = [];

    /// <summary>Values of <c>Lang</c> in marked content, with the first page.</summary>
    public Dictionary<string, int> MarkedLanguages { get; } = new(StringComparer.Ordinal);

    /// <summary>Pages with ActualText, Alt or E in marked content for which no language is declared.</summary>
    public SortedSet<int> PagesWithReplacementWithoutLanguage { get; } = [];

    public List<ColourUse> Colours { get; } = [];

    public SortedSet<(int Page, string Operator)> UndefinedOperators { get; } = [];

    public SortedSet<(int Page, string Kind, string Name)> MissingResources { get; } = [];

    public SortedSet<(int Page, int Stream)> StreamsWithoutResources { get; } = [];

    public SortedSet<int> PagesWithDeepStates { get; } = [];

    public Dictionary<PdfDictionary, int> GraphicsStates { get; } = [];

    public Dictionary<PdfDictionary, int> Images { get; } = [];

    public SortedSet<(int Page, string Intent)> RenderingIntents { get; } = [];

    /// <summary>How often each form XObject is drawn, with the first page.</summary>
    public Dictionary<PdfStream, (int Page, int Count)> Forms { get; } = [];

    /// <summary>Form XObjects that hold marked content with an identifier.</summary>
    public HashSet<int> FormsWithMcids { get; } = [];

    /// <summary>Appearance streams with content that is not marked as artifact.</summary>
    public HashSet<int> AppearancesNotArtifact { get; } = [];

    public override void Operator(ContentPlace place, in ContentOperation operation)
    {
        if (!ContentOperators.Contains(operation.Operator))
            UndefinedOperators.Add((place.Page.Number, operation.Operator.Length > 20 ? operation.Operator[..20] + "…" : operation.Operator));
        else if (operation.Operator == "ri")
            RenderingIntents.Add((place.Page.Number, operation.Name(0) ?? ""));
    }

    public override void SavedState(ContentPlace place, int depth)
    {
        if (depth > 28)
            PagesWithDeepStates.Add(place.Page.Number);
    }

    public override void BeginMarked(ContentPlace place, MarkedContent content)
    {
        var page = place.Page.Number;
        var around = content.Parent?.WithAncestors.ToList() ?? [];
        if (content.IsArtifact && around.Any(each => IsTag(place, each)))
            PagesWithArtifactInTag.Add(page);
        if (content.Mcid is { } mcid)
        {
            if (place.StreamNumber > 0)
                FormsWithMcids.Add(place.StreamNumber);
            if (IsTag(place, content) && around.Any(each => each.IsArtifact))
                PagesWithTagInArtifact.Add(page);
            // A form XObject drawn twice shows the same identifiers twice, which is a condition of its own.
            if (!mcids.Add((page, content.StreamNumber, mcid)) && content.StreamNumber == 0)
                RepeatedMcids.Add((page, content.StreamNumber, mcid));
        }

        if (content.Properties.Text("Lang") is { Length: > 0 } language)
            MarkedLanguages.TryAdd(language, page);
        if ((content.Properties.Has("ActualText") || content.Properties.Has("Alt") || content.Properties.Has("E")) && Language(place, content) is null)
            PagesWithReplacementWithoutLanguage.Add(page);
    }

    public override void EndMarked(ContentPlace place, bool isBalanced)
    {
        if (!isBalanced)
            PagesWithUnbalancedMarks.Add(place.Page.Number);
    }

    public override void BeginForm(ContentPlace place, MarkedContent? marked, PdfStream form) =>
        Forms[form] = Forms.TryGetValue(form, out var use) ? (use.Page, use.Count + 1) : (place.Page.Number, 1);

    public override void MissingResource(ContentPlace place, string kind, string name)
    {
        MissingResources.Add((place.Page.Number, kind, name));
    }

    public override void GraphicsStateDictionary(ContentPlace place, PdfDictionary dictionary)
    {
        NoteResources(place);
        GraphicsStates.TryAdd(dictionary, place.Page.Number);
    }

    public override void ShowText(ContentPlace place, GraphicsState state, MarkedContent? marked, byte[] text)
    {
        NoteContent(place, marked, "text");
        NoteResources(place);
        NoteTransparency(place, state);
        if (state.TextMode is not (3 or 7))
            NoteColours(place, state, state.TextMode is 0 or 2 or 4 or 6, state.TextMode is 1 or 2 or 5 or 6);
        if (state.Font is not { } font)
            return;
        if (IsRead(place, marked) && Language(place, marked) is null)
            PagesWithTextWithoutLanguage.Add(place.Page.Number);
        if (!fonts.TryGetValue(font, out var use))
            fonts[font] = use = new FontUse(font, place.Page.Number);
        var isReplaced = IsReplaced(place, marked);
        var inFormula = tags.Element(place, marked) is { } element && element.Ancestors.Prepend(element).Any(each => each.StandardType == "Formula");
        foreach (var code in font.Split(text))
        {
            if (!use.Codes.TryGetValue(code, out var codeUse))
                use.Codes[code] = codeUse = new CodeUse(place.Page.Number);
            codeUse.IsRendered |= state.TextMode != 3;
            codeUse.IsRead |= !isReplaced;
            codeUse.IsInFormula |= inFormula;
        }
    }

    public override void Paint(ContentPlace place, GraphicsState state, MarkedContent? marked, PaintKind kind, PdfDictionary? image, PdfDictionary? shading)
    {
        NoteContent(place, marked, kind is PaintKind.Image or PaintKind.ImageMask ? "image" : kind == PaintKind.Shading ? "shading" : "path");
        NoteTransparency(place, state);
        if (image is not null)
        {
            if (image.ObjectNumber > 0)
                NoteResources(place);
            Images.TryAdd(image, place.Page.Number);
            if (image.Has("SMask") || image.Integer("SMaskInData") is > 0)
                PagesWithTransparency.Add(place.Page.Number);
        }

        var space = (image ?? shading) is { } dictionary ? dictionary["ColorSpace"] ?? dictionary["CS"] : null;
        if (kind is PaintKind.Image or PaintKind.Shading && space is not null)
            NoteColour(place, space);
        NoteColours(place, state, kind is PaintKind.Fill or PaintKind.FillAndStroke or PaintKind.ImageMask, kind is PaintKind.Stroke or PaintKind.FillAndStroke);
    }

    private bool IsTag(ContentPlace place, MarkedContent content) =>
        content.Mcid is { } mcid && tags.Element(place.Page.ObjectNumber, content.StreamNumber, mcid) is not null;

    /// <summary>Whether content is what a reader of the page is told, rather than an artifact or part of a pattern.</summary>
    private static bool IsRead(ContentPlace place, MarkedContent? marked) =>
        place.Kind is ContentKind.Page or ContentKind.Form && marked?.WithAncestors.Any(each => each.IsArtifact) != true;

    private bool IsReplaced(ContentPlace place, MarkedContent? marked) =>
        marked?.WithAncestors.Any(each => each.Properties.Has("ActualText")) == true
        || (tags.Element(place, marked) is { } element && element.Ancestors.Prepend(element).Any(each => each.ActualText is not null));

    private string? Language(ContentPlace place, MarkedContent? marked) =>
        marked?.WithAncestors.Select(each => each.Properties.Text("Lang")).FirstOrDefault(language => !string.IsNullOrEmpty(language))
        ?? (tags.Element(place, marked) is { } element ? examination.LanguageOf(element) : examination.CatalogLanguage);

    private void NoteContent(ContentPlace place, MarkedContent? marked, string kind)
    {
        if (place.Kind == ContentKind.Annotation && marked?.WithAncestors.Any(each => each.IsArtifact) != true)
            AppearancesNotArtifact.Add(place.StreamNumber);
        if (!IsRead(place, marked) || tags.Element(place, marked) is not null)
            return;
        var key = (place.Page.Number, kind);
        untagged[key] = untagged.GetValueOrDefault(key) + 1;
    }

    private void NoteResources(ContentPlace place)
    {
        if (!place.OwnResources)
            StreamsWithoutResources.Add((place.Page.Number, place.StreamNumber));
    }

    private void NoteTransparency(ContentPlace place, GraphicsState state)
    {
        if (state.IsTransparent)
            PagesWithTransparency.Add(place.Page.Number);
    }

    private void NoteColours(ContentPlace place, GraphicsState state, bool fills, bool strokes)
    {
        if (fills)
            NoteColour(place, state.Fill);
        if (strokes)
            NoteColour(place, state.Stroke);
    }

    private void NoteColour(ContentPlace place, PdfObject space)
    {
        var name = (space as PdfName)?.Value ?? "";
        if (coloursSeen.Add((name, name.Length > 0 ? PdfNull.Instance : space, place.Resources, place.Page.Number)))
            Colours.Add(new ColourUse(space, place.Resources, place.Page.Number, place.StreamNumber));
    }
}
