using Daybook.Schedules.Policies;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Schedules.Occurrences;

/// <summary>The stretch of time that one occurrence covers. It never reaches past the moment the occurrence falls due.</summary>
/// <param name="due">When the occurrence falls due.</param>
/// <param name="previous">When the one before it fell due; null when the rule has none before.</param>
internal sealed class ReportPeriods(LocalDate reportDate, Instant due, Instant? previous, DateTimeZone zone) : IPeriodRuleVisitor<Interval>
{
    /// <summary>A date that the zone left out starts, and ends, when the gap does; <c>AtStartOfDay</c> would refuse it.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The first occurrence of a rule that knows no earlier one starts with its day.</summary>
    public Interval Visit(SincePrevious period) => Ending(previous ?? At(due.InZone(zone).Date.AtMidnight()), due);

    public Interval Visit(LocalDay period) => Ending(At(reportDate.AtMidnight()), At(reportDate.PlusDays(1).AtMidnight()));

    public Interval Visit(Rolling period) => new(due - period.Length, due);

    public Interval Visit(Shift period)
    {
        var start = period.End <= period.Start ? reportDate.PlusDays(-1) : reportDate;
        return Ending(At(start.At(period.Start)), At(reportDate.At(period.End)));
    }

    private Instant At(LocalDateTime local) => zone.ResolveLocal(local, Resolver).ToInstant();

    private Interval Ending(Instant start, Instant end)
    {
        var cut = Instant.Min(end, due);
        return new Interval(Instant.Min(start, cut), cut);
    }
}
