using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>One date of one year.</summary>
internal sealed record ExplicitDate(LocalDate Date) : HolidayDate
{
    public override LocalDate? In(int year) => Date.Year == year ? Date : null;
}
