using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>garak reports and hitlogs in the configured folders, as tables of counts and evidence or as the close-of-business object.</summary>
public sealed class GarakSource(FileRoots roots, GarakLimits limits) : IDataSource
{
    internal const string KindName = "garak";

    public string Kind => KindName;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query)
    {
        var problems = new List<Diagnostic>();
        _ = GarakSettings.Read(query.Settings, limits, problems);
        return problems;
    }

    public async Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
    {
        var problems = new List<Diagnostic>();
        var settings = GarakSettings.Read(query.Settings, limits, problems);
        if (problems.Count > 0)
            throw new DataSourceException(problems[0].Code, string.Join("; ", problems.Select(problem => problem.Message)));

        var missing = new List<DataNote>();
        var files = settings.Paths.SelectMany(path => Find(path, missing)).DistinctBy(file => file.FullPath).Select(GarakFile.Of).ToList();
        var logs = await GarakLogSet.ReadAsync(files, missing, settings.Options, cancellationToken).ConfigureAwait(false);
        ImmutableArray<string> origins = [.. files.Select(file => file.Name)];
        return settings.View is { } view
            ? new GarakRowsReader(view, ContextOf(logs, settings, query.Period), origins)
            : new GarakCobReader(logs.Reading(), settings.Cob, query.Period, origins);
    }

    /// <summary>A pattern that finds nothing is a day without logs: the report says that nothing was assessed, and why.</summary>
    private ImmutableArray<RootedFile> Find(string path, List<DataNote> missing)
    {
        try
        {
            return roots.Resolve(path);
        }
        catch (DataSourceException exception) when (exception.Code == SourceCodes.NoSuchFile && path.AsSpan().ContainsAny('*', '?'))
        {
            missing.Add(new DataNote(GarakNoteCodes.NoLogs, exception.Message, 1, IsBlocking: true));
            return [];
        }
    }

    private static ViewContext ContextOf(GarakLogSet logs, GarakSettings settings, ReportPeriod period)
    {
        var zone = ZoneProvider.InUse.GetZoneOrNull(period.Zone) ?? DateTimeZone.Utc;
        var runs = settings.IsWholeTime ? [.. logs.Runs] : PeriodRuns.Of(logs.Runs, period.Start, period.End);
        return new ViewContext(logs, runs, settings.IsWholeTime ? null : period, zone, settings.Options)
        {
            Redactor = settings.Redacts ? new Redactor() : null,
        };
    }
}
