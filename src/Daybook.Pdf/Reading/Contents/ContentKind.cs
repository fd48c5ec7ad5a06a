namespace Daybook.Pdf.Reading.Contents;

/// <summary>What a content stream belongs to. Only the first two are what the reader of a page reads.</summary>
internal enum ContentKind
{
    Page,
    Form,
    Annotation,
    Pattern,
    Glyph,
}
