namespace Daybook.Schedules.Rules;

/// <param name="Day">1 to 31, or −1 (the last date) to −28.</param>
internal sealed record DayOfMonth(int Day) : MonthDay
{
    public override T Accept<T>(IMonthDayVisitor<T> visitor) => visitor.Visit(this);
}
