using System.Collections.Immutable;
using System.Xml.Linq;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 11: the language of every text is known, so that it can be spoken.</summary>
internal static class NaturalLanguage
{
    private const string Advice = "Set Lang in the catalog to the document's language.";

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 11-001", "The language of text on pages is known", Advice, examined => examined.Survey.PagesWithTextWithoutLanguage
            .Select(page => new Fault("The language of text on this page is not declared.", page))),
        new("Matterhorn 11-002", "The language of alternative texts is known", Advice, Alternatives),
        new("Matterhorn 11-003", "The language of bookmarks is known", Advice, Bookmarks),
        new("Matterhorn 11-004", "The language of descriptions of annotations is known", Advice, AnnotationTexts),
        new("Matterhorn 11-005", "The language of descriptions of form fields is known", Advice, FieldTexts),
        new("Matterhorn 11-006", "The language of the title is known", Advice, Metadata),
        new("ISO 14289-1 7.2", "Declared languages are language tags", "Use a language tag such as 'en' or 'de-CH'.", Tags),
    ];

    /// <summary>Every declared language that is no language tag.</summary>
    public static IEnumerable<Fault> Tags(Examination examined)
    {
        if (examined.Catalog.Text("Lang") is { } language && !LanguageTag.IsValid(language))
            yield return new Fault($"'{language}' is not a language tag.", null, examined.Catalog.ObjectNumber);
        foreach (var element in examined.Elements.Where(element => element.Language is { } own && !LanguageTag.IsValid(own)))
            yield return new Fault($"'{element.Language}' is not a language tag.", examined.PageOf(element), element.ObjectNumber);
        foreach (var (tag, page) in examined.Survey.MarkedLanguages.Where(each => !LanguageTag.IsValid(each.Key)))
            yield return new Fault($"'{tag}' is not a language tag.", page);
    }

    private static IEnumerable<Fault> Alternatives(Examination examined) => examined.Elements
        .Where(element => (element.Alt ?? element.ActualText ?? element.Expansion) is not null && examined.LanguageOf(element) is null)
        .Select(element => new Fault($"The language of the alternative text of a <{element.Type}> is not declared.", examined.PageOf(element), element.ObjectNumber))
        .Concat(examined.Survey.PagesWithReplacementWithoutLanguage.Select(page => new Fault("The language of an alternative text in the content is not declared.", page)));

    private static IEnumerable<Fault> Bookmarks(Examination examined)
    {
        if (examined.CatalogLanguage is null && examined.Catalog.Dictionary("Outlines") is { } outlines && outlines.Has("First"))
            yield return new Fault("The language of the bookmarks is not declared.", null, outlines.ObjectNumber);
    }

    private static IEnumerable<Fault> AnnotationTexts(Examination examined) => examined.Annotations
        .Where(each => !string.IsNullOrEmpty(each.Annotation.Text("Contents")) && examined.CatalogLanguage is null
            && (examined.Tags.Element(each.Annotation) is not { } element || examined.LanguageOf(element) is null))
        .Select(each => new Fault("The language of the description of an annotation is not declared.", each.Page.Number, each.Annotation.ObjectNumber));

    private static IEnumerable<Fault> FieldTexts(Examination examined) => examined.CatalogLanguage is not null ? [] : examined.Objects.Dictionaries
        .Where(field => field.Has("TU") && (field.Has("FT") || field.Has("Kids") || field.Has("Parent"))
            && (examined.Tags.Element(field) is not { } element || examined.LanguageOf(element) is null))
        .Select(field => new Fault("The language of the description of a form field is not declared.", null, field.ObjectNumber));

    private static IEnumerable<Fault> Metadata(Examination examined)
    {
        if (examined.CatalogLanguage is not null || examined.Metadata?.Element(Xmp.DublinCore + "title") is not { } title)
            yield break;
        if (!title.Descendants(Xmp.Rdf + "li").Any(item => (string?)item.Attribute(XNamespace.Xml + "lang") is { } language && language != "x-default"))
            yield return new Fault("The language of the title in the metadata is not declared.");
    }
}
