using NodaTime;

namespace Daybook.Schedules.Dates;

/// <param name="anchor">One of the dates; the others are a multiple of <paramref name="every"/> away, in both directions.</param>
internal sealed class DailyDates(int every, LocalDate anchor) : DateSource
{
    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        var first = from;
        if (every > 1)
        {
            var behind = Period.DaysBetween(anchor, from) % every;
            first = from.PlusDays(behind == 0 ? 0 : behind > 0 ? every - behind : -behind);
        }

        for (var date = first; date <= to; date = date.PlusDays(every))
            yield return new NominalDate(date, false);
    }
}
