using System.Text.Json;
using Daybook.Input;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>The JSON form of a planned occurrence, for the API and the commands.</summary>
internal static class OccurrenceJson
{
    public static void Write(Utf8JsonWriter writer, PlannedOccurrence occurrence)
    {
        writer.WriteStartObject();
        writer.WriteString("nominal_date", FieldText.Of(occurrence.NominalDate));
        writer.WriteString("business_date", FieldText.Of(occurrence.BusinessDate));
        writer.WriteString("report_date", FieldText.Of(occurrence.ReportDate));
        writer.WriteString("slot", occurrence.Slot);
        writer.WriteString("state", EnumWords<PlannedState>.Of(occurrence.State));
        writer.WriteString("reason", occurrence.Reason is { } reason ? EnumWords<SkipReason>.Of(reason) : null);
        WriteInstant(writer, "due_at", occurrence.DueAt);
        writer.WriteString("local_time", FieldText.Of(occurrence.LocalTime));
        writer.WriteString("wall_time", occurrence.DueAt is { } due ? WallTime.Of(due, occurrence.Offset) : null);
        writer.WriteString("zone", occurrence.Zone);
        writer.WriteString("offset", WallTime.Of(occurrence.Offset));
        writer.WriteStartArray("adjustments");
        foreach (var flag in AdjustmentWords.Of(occurrence.Adjustments))
            writer.WriteStringValue(flag);
        writer.WriteEndArray();
        WriteInstant(writer, "period_start", occurrence.Period?.Start);
        WriteInstant(writer, "period_end", occurrence.Period?.End);
        WriteInstant(writer, "run_at", occurrence.RunAt);
        WriteInstant(writer, "start_deadline", occurrence.StartDeadline);
        writer.WriteString("calendar_version", occurrence.CalendarVersion);
        writer.WriteString("tzdb_version", occurrence.TzdbVersion);
        writer.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, Instant? instant) =>
        writer.WriteString(name, instant is { } value ? FieldText.Of(value) : null);
}
