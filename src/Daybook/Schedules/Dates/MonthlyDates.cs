using NodaTime;

namespace Daybook.Schedules.Dates;

/// <param name="day">Which date of a month.</param>
/// <param name="month">The only month of the year; null for all.</param>
internal sealed class MonthlyDates(DateOfMonth day, int? month) : DateSource
{
    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        var (year, current) = (from.Year, month ?? from.Month);
        while (year < to.Year || (year == to.Year && current <= to.Month))
        {
            if (day.In(year, current) is { } found && found.Date >= from && found.Date <= to)
                yield return found;
            if (month is null && current < 12)
                current++;
            else
                (year, current) = (year + 1, month ?? 1);
        }
    }
}
