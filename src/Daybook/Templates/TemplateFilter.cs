namespace Daybook.Templates;

/// <summary>Which templates a list shows.</summary>
/// <param name="Text">A part of the name, in any case of letters; null takes all.</param>
/// <param name="Tag">Null takes all.</param>
internal sealed record TemplateFilter(bool ActiveOnly, string? Text, string? Tag);
