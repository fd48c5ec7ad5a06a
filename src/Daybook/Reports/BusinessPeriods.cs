using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Reports;

/// <summary>
/// The period of a business date: from the close of the business day before to its own close, so that periods follow one another without
/// holes, across weekends as well. Business days are Monday to Friday.
/// </summary>
internal static class BusinessPeriods
{
    /// <summary>Enough history for four weeks of comparison.</summary>
    private const int EarlierPeriods = 28;

    /// <summary>A close in the hour that clocks skip moves to its end; one in the hour they repeat means the first.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>Unlike <c>AtStartOfDay</c>, it also knows when a date starts that the zone left out.</summary>
    private static readonly ZoneLocalMappingResolver DayStart =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <param name="close">Wall time at which the business day ends; null is midnight at the end of the day.</param>
    public static ReportPeriod Of(DateOnly businessDate, LocalTime? close, DateTimeZone zone)
    {
        var earlier = ImmutableArray.CreateBuilder<EarlierPeriod>(EarlierPeriods);
        var date = LocalDate.FromDateOnly(businessDate);
        var previous = PreviousBusinessDay(date);
        var start = Close(previous, close, zone);
        var period = (Start: start, End: Close(date, close, zone));
        for (var i = 0; i < EarlierPeriods; i++)
        {
            var before = PreviousBusinessDay(previous);
            var end = start;
            start = Close(before, close, zone);
            earlier.Add(new EarlierPeriod(previous.ToDateOnly(), start, end));
            previous = before;
        }

        return new ReportPeriod(businessDate, period.Start, period.End, zone.Id, earlier.ToImmutable());
    }

    private static DateTimeOffset Close(LocalDate date, LocalTime? close, DateTimeZone zone) =>
        (close is { } time ? zone.ResolveLocal(date.At(time), Resolver) : zone.ResolveLocal(date.PlusDays(1).AtMidnight(), DayStart)).ToDateTimeOffset();

    private static LocalDate PreviousBusinessDay(LocalDate date)
    {
        var day = date.PlusDays(-1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            day = day.PlusDays(-1);
        return day;
    }
}
