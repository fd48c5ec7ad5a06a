using System.Text.Json;
using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>Which date of a year a holiday falls on, before it is moved.</summary>
internal abstract record HolidayDate
{
    private protected HolidayDate()
    {
    }

    /// <returns>Null in a year without that date.</returns>
    public abstract LocalDate? In(int year);

    /// <summary>Writes the fields it is read from, into an object that may have others.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}
