using Daybook.Documents;

namespace Daybook.Export.Pdf;

/// <summary>Marks the span of a severity's word, which is drawn with its colour and mark.</summary>
internal sealed record BadgeTag(Severity Severity);
