using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>
/// Headline figures per business date, oldest first: the earlier periods of the report and the reported one. A day without runs is a row
/// that says so, not a row of zeros.
/// </summary>
internal static class ByDayView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_day",
        [
            new("date", DataType.Date),
            new("runs", DataType.Integer),
            .. RateColumns.Columns,
        ],
        context => context.Period is { } period ? OfPeriods(context, period) : OfDates(context));

    private static IEnumerable<object?[]> OfPeriods(ViewContext context, ReportPeriod period)
    {
        var periods = period.Earlier.Reverse().Append(new EarlierPeriod(period.BusinessDate, period.Start, period.End));
        foreach (var day in periods)
            yield return Row(day.BusinessDate, PeriodRuns.Of(context.Logs.Runs, day.Start, day.End));
    }

    private static IEnumerable<object?[]> OfDates(ViewContext context) =>
        context.Runs.Where(run => run.Summary.Started is not null)
            .GroupBy(run => run.Summary.Started!.Value.InZone(context.Zone).Date)
            .OrderBy(day => day.Key)
            .Select(day => Row(day.Key.ToDateOnly(), day));

    private static object?[] Row(DateOnly date, IEnumerable<GarakRun> runs)
    {
        var counted = runs.Where(ViewContext.IsCounted).ToList();
        return [date, (long)counted.Count, .. RateColumns.Values(RunResult.Of(counted).Where(pair => pair.Result.IsPrimary).Counts())];
    }
}
