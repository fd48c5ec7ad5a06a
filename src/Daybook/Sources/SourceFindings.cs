using System.Collections.Immutable;

namespace Daybook.Sources;

/// <summary>What a test of a source found.</summary>
/// <param name="Message">A sentence with the counts, or why it failed.</param>
/// <param name="Code">A stable word for a failure; null for a success.</param>
/// <param name="Files">Files in the folder, for sources of files that are looked at as such.</param>
/// <param name="Bytes">Of those files.</param>
/// <param name="Rows">Rows of the dataset; null for a single value.</param>
/// <param name="Columns">Names of the columns, or of the keys of a value.</param>
/// <param name="Notes">What a reader must know about the data.</param>
/// <param name="Origins">The files or addresses it came from.</param>
internal sealed record SourceFindings(
    bool Succeeded,
    string Message,
    string? Code,
    long? Files,
    long? Bytes,
    long? Rows,
    ImmutableArray<string> Columns,
    ImmutableArray<string> Notes,
    ImmutableArray<string> Origins)
{
    public static SourceFindings Failed(string code, string message) => new(false, message, code, null, null, null, [], [], []);
}
