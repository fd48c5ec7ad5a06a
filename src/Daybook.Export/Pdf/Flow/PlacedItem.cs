namespace Daybook.Export.Pdf;

/// <param name="Top">From the top of the page, in points.</param>
/// <param name="IsRepeat">Whether it stood on an earlier page already, as the head of a table does.</param>
internal readonly record struct PlacedItem(FlowItem Item, double Top, bool IsRepeat);
