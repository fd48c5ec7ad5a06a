namespace Daybook.Schedules.Rules;

internal interface IMonthDayVisitor<out T>
{
    T Visit(DayOfMonth day);

    T Visit(NthBusinessDay day);

    T Visit(WeekdayOfMonth day);
}
