namespace Daybook.Schedules.Rules;

/// <param name="Nth">From 1, or −1 (the last) downwards.</param>
internal sealed record NthBusinessDay(int Nth) : MonthDay
{
    public override T Accept<T>(IMonthDayVisitor<T> visitor) => visitor.Visit(this);
}
