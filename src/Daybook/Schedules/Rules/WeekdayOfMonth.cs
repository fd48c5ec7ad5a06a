using NodaTime;

namespace Daybook.Schedules.Rules;

/// <param name="Nth">1 to 5, or −1 (the last) to −5; a fifth that does not exist is left out.</param>
internal sealed record WeekdayOfMonth(int Nth, IsoDayOfWeek Weekday) : MonthDay
{
    public override T Accept<T>(IMonthDayVisitor<T> visitor) => visitor.Visit(this);
}
