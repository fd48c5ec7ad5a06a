using System.Globalization;
using System.Text;

namespace Daybook.Jinja;

/// <summary>Python's <c>strftime</c> in the C locale.</summary>
internal static class DateFormat
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Format(string format, DateTime moment, TimeSpan? offset)
    {
        var text = new StringBuilder();
        for (var index = 0; index < format.Length; index++)
        {
            if (format[index] != '%' || index + 1 == format.Length)
            {
                text.Append(format[index]);
                continue;
            }

            var isUnpadded = format[index + 1] == '-' && index + 2 < format.Length;
            index += isUnpadded ? 2 : 1;
            var field = Field(format[index], moment, offset);
            text.Append(isUnpadded && field is not null ? Unpadded(field) : field ?? $"%{format[index]}");
        }

        return text.ToString();
    }

    /// <summary><c>+02:00</c> with a separator of <c>:</c>.</summary>
    public static string Offset(TimeSpan offset, string separator) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh", Culture) + separator + offset.ToString("mm", Culture);

    private static string Unpadded(string field) => field.TrimStart('0', ' ') is { Length: > 0 } rest ? rest : "0";

    private static string? Field(char code, DateTime moment, TimeSpan? offset) => code switch
    {
        'Y' => moment.ToString("yyyy", Culture),
        'y' => moment.ToString("yy", Culture),
        'm' => moment.ToString("MM", Culture),
        'd' => moment.ToString("dd", Culture),
        'e' => moment.Day.ToString(Culture).PadLeft(2),
        'H' => moment.ToString("HH", Culture),
        'I' => moment.ToString("hh", Culture),
        'M' => moment.ToString("mm", Culture),
        'S' => moment.ToString("ss", Culture),
        'f' => moment.ToString("ffffff", Culture),
        'p' => moment.ToString("tt", Culture),
        'a' => moment.ToString("ddd", Culture),
        'A' => moment.ToString("dddd", Culture),
        'b' or 'h' => moment.ToString("MMM", Culture),
        'B' => moment.ToString("MMMM", Culture),
        'j' => moment.DayOfYear.ToString("000", Culture),
        'w' => ((int)moment.DayOfWeek).ToString(Culture),
        'u' => (((int)moment.DayOfWeek + 6) % 7 + 1).ToString(Culture),
        'U' => ((moment.DayOfYear + 6 - (int)moment.DayOfWeek) / 7).ToString("00", Culture),
        'W' => ((moment.DayOfYear + 6 - ((int)moment.DayOfWeek + 6) % 7) / 7).ToString("00", Culture),
        'V' => ISOWeek.GetWeekOfYear(moment).ToString("00", Culture),
        'G' => ISOWeek.GetYear(moment).ToString("0000", Culture),
        'F' => moment.ToString("yyyy-MM-dd", Culture),
        'T' or 'X' => moment.ToString("HH:mm:ss", Culture),
        'R' => moment.ToString("HH:mm", Culture),
        'D' or 'x' => moment.ToString("MM/dd/yy", Culture),
        'c' => $"{moment.ToString("ddd MMM", Culture)} {Field('e', moment, offset)} {moment.ToString("HH:mm:ss yyyy", Culture)}",
        'z' => offset is { } zone ? Offset(zone, "") : "",
        'Z' => offset is { } zone ? zone == TimeSpan.Zero ? "UTC" : $"UTC{Offset(zone, ":")}" : "",
        '%' => "%",
        'n' => "\n",
        't' => "\t",
        _ => null,
    };
}
