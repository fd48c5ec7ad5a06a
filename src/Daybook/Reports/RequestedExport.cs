using Daybook.Export;

namespace Daybook.Reports;

/// <summary>One format of a report, with the options it is made with.</summary>
internal sealed record RequestedExport(IDocumentExporter Exporter, ExportOptions Options);
