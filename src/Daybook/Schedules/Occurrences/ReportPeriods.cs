using Daybook.Schedules.Policies;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>The stretch of time that one occurrence covers. It never reaches past the moment the occurrence falls due.</summary>
/// <param name="due">When the occurrence falls due.</param>
/// <param name="previous">When the one before it fell due; null when the rule has none before.</param>
internal sealed class ReportPeriods(LocalDate reportDate, Instant due, Instant? previous, DateTimeZone zone) : IPeriodRuleVisitor<Interval>
{
    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver Resolver =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The first occurrence of a rule that knows no earlier one starts with its day.</summary>
    public Interval Visit(SincePrevious period) => Ending(previous ?? zone.AtStartOfDay(due.InZone(zone).Date).ToInstant(), due);

    public Interval Visit(LocalDay period) => Ending(zone.AtStartOfDay(reportDate).ToInstant(), zone.AtStartOfDay(reportDate.PlusDays(1)).ToInstant());

    public Interval Visit(Rolling period) => new(due - period.Length, due);

    public Interval Visit(Shift period)
    {
        var start = period.End <= period.Start ? reportDate.PlusDays(-1) : reportDate;
        return Ending(zone.ResolveLocal(start.At(period.Start), Resolver).ToInstant(), zone.ResolveLocal(reportDate.At(period.End), Resolver).ToInstant());
    }

    private Interval Ending(Instant start, Instant end)
    {
        var cut = Instant.Min(end, due);
        return new Interval(Instant.Min(start, cut), cut);
    }
}
