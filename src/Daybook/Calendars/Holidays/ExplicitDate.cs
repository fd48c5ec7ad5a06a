using System.Text.Json;
using Daybook.Input;
using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>One date of one year.</summary>
internal sealed record ExplicitDate(LocalDate Date) : HolidayDate
{
    public override LocalDate? In(int year) => Date.Year == year ? Date : null;

    public override void Write(Utf8JsonWriter writer) => writer.WriteString("date", FieldText.Of(Date));
}
