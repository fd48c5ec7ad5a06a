using System.Collections.Immutable;

namespace Daybook.Composition;

public sealed record TemplateReaderOptions
{
    /// <summary>The words that may stand after <c>source:</c>.</summary>
    public required ImmutableArray<string> SourceKinds { get; init; }

    /// <summary>Largest template, in bytes of UTF-8.</summary>
    public long MaxBytes { get; init; } = 5_000_000;
}
