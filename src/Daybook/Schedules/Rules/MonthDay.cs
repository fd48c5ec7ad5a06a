namespace Daybook.Schedules.Rules;

/// <summary>Which date of a month. A closed set of <see cref="DayOfMonth"/>, <see cref="NthBusinessDay"/> and <see cref="WeekdayOfMonth"/>.</summary>
internal abstract record MonthDay
{
    private protected MonthDay()
    {
    }

    public abstract T Accept<T>(IMonthDayVisitor<T> visitor);
}
