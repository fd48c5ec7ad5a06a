using System.Buffers;
using System.Text;
using System.Text.Json;
using Daybook.Calendars.Holidays;
using Daybook.Input;

namespace Daybook.Calendars;

/// <summary>Writes a calendar in its one canonical form; reading gives back the same calendar.</summary>
internal static class CalendarWriter
{
    public static string Text(CalendarDefinition calendar)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteFields(writer, calendar);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFields(Utf8JsonWriter writer, CalendarDefinition calendar)
    {
        writer.WriteString("id", calendar.Id);
        writer.WriteString("name", calendar.Name);
        writer.WriteString("version", calendar.Version);
        writer.WriteString("zone", calendar.Zone);
        WriteDays(writer, "weekend", calendar.Weekend);
        if (!calendar.WeekendChanges.IsEmpty)
        {
            writer.WriteStartArray("weekend_changes");
            foreach (var change in calendar.WeekendChanges)
            {
                writer.WriteStartObject();
                writer.WriteString("from", FieldText.Of(change.From));
                WriteDays(writer, "days", change.Days);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("holidays");
        foreach (var holiday in calendar.Holidays)
            WriteRule(writer, holiday, null);
        writer.WriteEndArray();
        writer.WriteStartArray("working_days");
        foreach (var day in calendar.WorkingDays)
            writer.WriteStringValue(FieldText.Of(day));
        writer.WriteEndArray();
        if (calendar.Close is { } close)
            writer.WriteString("close", FieldText.Short(close));
        writer.WriteStartArray("early_closes");
        foreach (var early in calendar.EarlyCloses)
            WriteRule(writer, early.Day, FieldText.Short(early.Close));
        writer.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter writer, string name, Weekdays days)
    {
        writer.WriteStartArray(name);
        foreach (var day in days.Days)
            writer.WriteStringValue(Weekdays.ShortNameOf(day));
        writer.WriteEndArray();
    }

    /// <param name="time">Of an early close; null for a holiday.</param>
    private static void WriteRule(Utf8JsonWriter writer, HolidayRule rule, string? time)
    {
        writer.WriteStartObject();
        writer.WriteString("name", rule.Name);
        rule.Date.Write(writer);
        if (rule.Observed != Observed.None)
            writer.WriteString("observed", EnumWords<Observed>.Of(rule.Observed));
        if (rule.FromYear != HolidayRule.FirstYear)
            writer.WriteNumber("from_year", rule.FromYear);
        if (rule.ToYear != HolidayRule.LastYear)
            writer.WriteNumber("to_year", rule.ToYear);
        if (rule.Source is { } source)
            writer.WriteString("source", source);
        if (time is not null)
            writer.WriteString("time", time);
        writer.WriteEndObject();
    }
}
