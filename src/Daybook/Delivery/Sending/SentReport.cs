using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Delivery.Sending;

/// <summary>What the messages about one report have in common.</summary>
internal sealed record SentReport(ReportDocument Document, Theme Theme, DrawnPictures Pictures);
