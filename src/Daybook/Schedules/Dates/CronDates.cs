using System.Numerics;
using Daybook.Schedules.Cron;
using NodaTime;

namespace Daybook.Schedules.Dates;

internal sealed class CronDates(CronExpression expression) : DateSource
{
    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        for (var month = new LocalDate(from.Year, from.Month, 1); month <= to; month = month.PlusMonths(1))
        {
            for (var days = expression.DaysIn(month.Year, month.Month); days != 0; days &= days - 1)
            {
                var date = new LocalDate(month.Year, month.Month, BitOperations.TrailingZeroCount(days));
                if (date >= from && date <= to)
                    yield return new NominalDate(date, false);
            }
        }
    }
}
