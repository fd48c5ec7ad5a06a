using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Turns a document into one format. Holds no state: one instance serves every thread.</summary>
public interface IDocumentExporter
{
    /// <summary>The word people write: <c>html</c>, <c>markdown</c>, …</summary>
    string Format { get; }

    /// <summary>With the dot: <c>.html</c>.</summary>
    string FileExtension { get; }

    string MediaType { get; }

    /// <summary>Writes the whole artifact. The same document and options give the same bytes.</summary>
    /// <returns>What could not be shown as it should; empty as a rule.</returns>
    Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken);
}
