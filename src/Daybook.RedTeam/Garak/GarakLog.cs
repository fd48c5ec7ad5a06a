using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>A garak log as one reading found it.</summary>
/// <param name="File">The name it has in reports and messages.</param>
/// <param name="Bytes">How much of the file was read.</param>
/// <param name="Entries">How many records there are of each type; lines of a hitlog count as <c>hit</c>.</param>
/// <param name="Notes">What concerns the file as a whole; notes on a run are with the run.</param>
public sealed record GarakLog(
    string File,
    long Bytes,
    long Lines,
    ImmutableSortedDictionary<string, long> Entries,
    ImmutableArray<GarakRun> Runs,
    ImmutableArray<DataNote> Notes)
{
    /// <summary>Lines of attempts that were never scored, and of scored attempts that repeat an earlier line.</summary>
    internal LineSet Marked { get; init; } = new();
}
