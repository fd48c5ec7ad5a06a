using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>What a view makes its rows from.</summary>
/// <param name="Runs">The runs of the period, second copies included; see <see cref="Counted"/>.</param>
/// <param name="Period">Null when the dataset asks for all runs, whenever they were.</param>
/// <param name="Zone">Of times and days in the rows.</param>
internal sealed record ViewContext(
    GarakLogSet Logs, ImmutableArray<GarakRun> Runs, ReportPeriod? Period, DateTimeZone Zone, GarakOptions Options)
{
    /// <summary>Takes secrets out of the texts of rows; null leaves them in.</summary>
    public Redactor? Redactor { get; init; }

    /// <summary>The runs that count.</summary>
    public IEnumerable<GarakRun> Counted => Runs.Where(IsCounted);

    /// <summary>What the headline figures rest on: each probe's primary detector, without control records.</summary>
    public IEnumerable<RunResult> Headline => RunResult.Of(Counted).Where(pair => pair.Result.IsPrimary);

    /// <summary>All detectors, without control records.</summary>
    public IEnumerable<RunResult> EveryDetector => RunResult.Of(Counted);

    public static bool IsCounted(GarakRun run) => run.Summary.Excluded is null;

    /// <summary>The runs a view looks at: those of the period, and for a view over days those of the earlier periods too.</summary>
    public IReadOnlySet<GarakRun> Used(GarakView view)
    {
        var earlier = view == ByDayView.View && Period is not null ? Period.Earlier : [];
        return Runs.Concat(earlier.SelectMany(day => PeriodRuns.Of(Logs.Runs, day.Start, day.End)))
            .ToHashSet<GarakRun>(ReferenceEqualityComparer.Instance);
    }

    public object? Time(Instant? instant) => instant?.InZone(Zone).ToDateTimeOffset();

    public string? Shown(string? text) => text is null || Redactor is null ? text : Redactor.Redact(text);
}
