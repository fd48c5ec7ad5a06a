using System.Collections.Immutable;
using Daybook.Jinja;

namespace Daybook.Composition;

public sealed record TemplateReaderOptions
{
    /// <summary>The template language with every filter, test and function that blocks may use.</summary>
    public required JinjaEnvironment Jinja { get; init; }

    /// <summary>The words that may stand after <c>source:</c>.</summary>
    public required ImmutableArray<string> SourceKinds { get; init; }

    /// <summary>Largest template, in bytes of UTF-8.</summary>
    public long MaxBytes { get; init; } = 5_000_000;
}
