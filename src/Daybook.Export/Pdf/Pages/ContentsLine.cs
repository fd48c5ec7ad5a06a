using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>An entry of the contents, measured.</summary>
/// <param name="TitleLeft">From the left edge of the page, in points.</param>
/// <param name="Top">From the top of the page, in points.</param>
internal sealed record ContentsLine(ContentsEntry Entry, TextBlock Number, TextBlock Title, double TitleLeft, double Top);
