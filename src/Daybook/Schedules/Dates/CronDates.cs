using Daybook.Schedules.Cron;
using NodaTime;

namespace Daybook.Schedules.Dates;

internal sealed class CronDates(CronExpression expression) : DateSource
{
    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        for (var (year, month) = (from.Year, from.Month); year < to.Year || (year == to.Year && month <= to.Month); (year, month) = month < 12 ? (year, month + 1) : (year + 1, 1))
        {
            for (var days = expression.DaysIn(year, month); days != 0; days &= days - 1)
            {
                var date = new LocalDate(year, month, System.Numerics.BitOperations.TrailingZeroCount(days));
                if (date >= from && date <= to)
                    yield return new NominalDate(date, false);
            }
        }
    }
}
