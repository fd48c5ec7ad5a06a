using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Several logs read together: refused ones are noted, and nothing is counted twice.</summary>
internal sealed class GarakLogSet
{
    private readonly ImmutableArray<GarakFile> _files;
    private readonly GarakOptions _options;

    private GarakLogSet(
        ImmutableArray<GarakFile> files, GarakOptions options, ImmutableArray<GarakLog> logs, ImmutableArray<DataNote> notes)
    {
        _files = files;
        _options = options;
        Logs = logs;
        Notes = notes;
    }

    /// <summary>The logs that could be read, in the order of the files.</summary>
    public ImmutableArray<GarakLog> Logs { get; }

    public IEnumerable<GarakRun> Runs => Logs.SelectMany(log => log.Runs);

    /// <summary>What concerns files and the set of them; what concerns one run is with the run.</summary>
    public ImmutableArray<DataNote> Notes { get; }

    /// <param name="missing">What was found out while the files were looked for.</param>
    /// <exception cref="DataSourceException">There are files, and none of them can be read; the reason is that of the first.</exception>
    public static async Task<GarakLogSet> ReadAsync(
        IReadOnlyList<GarakFile> files, IReadOnlyList<DataNote> missing, GarakOptions options, CancellationToken cancellationToken)
    {
        var (read, logs, notes) = (new List<GarakFile>(), new List<GarakLog>(), new List<DataNote>(missing));
        DataSourceException? firstRefusal = null;
        var mayBeLogs = files.Where(file => !file.IsCompanion).ToList();
        if (mayBeLogs.Count > 0 && mayBeLogs.Count < files.Count)
            notes.Add(Companions(files.First(file => file.IsCompanion), files.Count - mayBeLogs.Count));
        foreach (var file in mayBeLogs.Count > 0 ? mayBeLogs : files)
        {
            try
            {
                logs.Add(await new GarakLogReader(file, options).ReadAsync(cancellationToken).ConfigureAwait(false));
                read.Add(file);
            }
            catch (DataSourceException refusal)
            {
                firstRefusal ??= refusal;
                notes.Add(new DataNote(GarakNoteCodes.RefusedFile, $"Not read: {refusal.Message}", 1, IsBlocking: true));
            }
        }

        if (logs.Count == 0 && firstRefusal is not null)
            throw firstRefusal;
        var (runs, overlaps) = RunOverlap.Exclude([.. logs.SelectMany(log => log.Runs)]);
        notes.AddRange([.. logs.SelectMany(log => log.Notes), .. overlaps]);
        var next = 0;
        return new GarakLogSet([.. read], options, [.. logs.Select(log => log with { Runs = [.. log.Runs.Select(_ => runs[next++])] })], [.. notes]);
    }

    /// <summary>Reads the logs a second time for the rows of some runs.</summary>
    /// <param name="wanted">The logs that hold no such run are not opened.</param>
    public async IAsyncEnumerable<LogReplay> ReplayAsync(
        Func<GarakRun, bool> wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < Logs.Length; i++)
        {
            if (!Logs[i].Runs.Any(wanted))
                continue;
            await using var replay = new LogReplay(_files[i], Logs[i], wanted, _options);
            while (await replay.NextAsync(cancellationToken).ConfigureAwait(false))
                yield return replay;
        }
    }

    public RedTeamReading Reading()
    {
        var results = Runs.SelectMany(run => run.Results.Select(result => new AttackResult
        {
            Run = run.Summary,
            Attack = result.Probe,
            Scorer = result.Detector,
            IsPrimary = result.IsPrimary,
            Excluded = run.Summary.Excluded ?? (result.IsControl ? Exclusion.ControlRecord : null),
            Basis = result.Basis,
            Hits = result.Hits,
            Passes = result.Passes,
            Nones = result.Nones,
            Severities = result.Severities,
            Tags = result.Tags,
        }));
        return new RedTeamReading(
            [.. Runs.Select(run => run.Summary)],
            [.. results],
            Notes,
            (window, cancellationToken) => FindingRows.ReadAsync(
                this, run => run.Summary.Started is { } started && window.Contains(started), _options, cancellationToken));
    }

    private static DataNote Companions(GarakFile first, int count) => new(
        GarakNoteCodes.CompanionFile,
        $"{Figure.Count(count, "file")} left out, first '{first.Name}': pages and exports that garak makes from its logs hold no figures of their own.",
        count,
        IsBlocking: false);
}
