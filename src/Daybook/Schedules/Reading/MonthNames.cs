using System.Globalization;

namespace Daybook.Schedules.Reading;

internal static class MonthNames
{
    /// <param name="month">1 to 12.</param>
    public static string Of(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
