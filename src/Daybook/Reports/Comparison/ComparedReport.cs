using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Reports.Comparison;

/// <summary>One of two reports that are compared.</summary>
/// <param name="Snapshot">In its stored form; null where only the document is at hand.</param>
internal sealed record ComparedReport(ReportDocument Document, JsonElement? Snapshot);
