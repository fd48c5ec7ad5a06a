using System.Collections.Immutable;

namespace Daybook.Composition;

/// <param name="Formats">Format words such as <c>pdf</c>, in the order written; empty leaves the choice to whoever generates the report.</param>
/// <param name="Options">Format word to its options.</param>
public sealed record ExportConfig(ImmutableArray<string> Formats, ImmutableSortedDictionary<string, ExportFormatOptions> Options)
{
    /// <summary>Null leaves the name to the program.</summary>
    public FileNamePattern? FileName { get; init; }

    public static ExportConfig Empty { get; } = new([], ImmutableSortedDictionary.Create<string, ExportFormatOptions>(StringComparer.Ordinal));
}
