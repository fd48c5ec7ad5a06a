namespace Daybook.Export.Pdf;

/// <summary>One page of content, decided but not drawn.</summary>
internal sealed record FilledPage(PageShape Shape, IReadOnlyList<PlacedItem> Items);
