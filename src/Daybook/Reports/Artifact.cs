using System.Collections.Immutable;
using Daybook.Export;

namespace Daybook.Reports;

/// <summary>A report in one format.</summary>
/// <param name="Sha256">Lower-case hexadecimal hash of <paramref name="Content"/>; the artifact's address.</param>
/// <param name="Elapsed">How long the export took.</param>
internal sealed record Artifact(string Format, string FileName, ImmutableArray<byte> Content, string Sha256, TimeSpan Elapsed)
{
    /// <summary>What the format could not show as it should.</summary>
    public ImmutableArray<ExportNote> Notes { get; init; } = [];
}
