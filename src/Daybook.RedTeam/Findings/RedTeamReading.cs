using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>What reading a set of logs gave: runs, counts and data quality at once, the findings with their texts one by one.</summary>
/// <param name="Results">Counts per run, attack and scorer, of all runs: the figures of the report.</param>
/// <param name="Notes">What concerns files and the set of them; what concerns one run is with the run.</param>
/// <param name="Findings">
/// Reads the logs again and yields the findings of the runs that started inside the interval, in file order, excluded ones included.
/// Prompt and response are given for violations only. Results taken from an evaluation line have no findings.
/// </param>
internal sealed record RedTeamReading(
    ImmutableArray<RunSummary> Runs,
    ImmutableArray<AttackResult> Results,
    ImmutableArray<DataNote> Notes,
    Func<Interval, CancellationToken, IAsyncEnumerable<Finding>> Findings);
