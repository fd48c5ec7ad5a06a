using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A composed report: what every exporter turns into bytes. Holds no clock, culture or machine: the same value gives the same bytes.</summary>
/// <param name="Sections">The template's blocks in their order; empty when the template has none.</param>
public sealed record ReportDocument(DocumentMetadata Metadata, ImmutableArray<Section> Sections);
