using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>The outermost JSON object: the version of the form, then the document.</summary>
internal sealed record DocumentEnvelope(int Version, DocumentMetadata Metadata, ImmutableArray<Section> Sections);
