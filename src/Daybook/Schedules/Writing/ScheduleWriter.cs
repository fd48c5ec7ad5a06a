using System.Buffers;
using System.Text;
using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Reading;
using NodaTime;

namespace Daybook.Schedules.Writing;

/// <summary>Writes a schedule in its one canonical form. Fields that have their default are left out; reading gives back the same schedule.</summary>
internal static class ScheduleWriter
{
    public static string Text(ScheduleDefinition schedule)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteFields(writer, schedule);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The fields, into an object that may have others.</summary>
    public static void WriteFields(Utf8JsonWriter writer, ScheduleDefinition schedule)
    {
        writer.WriteStartObject("rule");
        schedule.Rule.Accept(new RuleWriter(writer));
        writer.WriteEndObject();
        WriteTimes(writer, schedule);
        writer.WriteString("zone", schedule.Zone);
        if (schedule.Calendar is { } calendar)
            writer.WriteString("calendar", calendar);
        Word(writer, "on_holiday", schedule.OnHoliday, schedule.Calendar is null ? OnHoliday.Run : OnHoliday.Skip);
        Word(writer, "gap", schedule.Gap, GapPolicy.End);
        Word(writer, "overlap", schedule.Overlap, OverlapPolicy.First);
        Word(writer, "month_end", schedule.MonthEnd, MonthEnd.Clamp);
        Word(writer, "early_close", schedule.EarlyClose, schedule.AtClose ? EarlyClose.Follow : EarlyClose.Ignore);
        if (schedule.AfterClose != 0)
            writer.WriteNumber("after_close_minutes", schedule.AfterClose);
        if (schedule.StartDate is { } start)
            writer.WriteString("start_date", FieldText.Of(start));
        if (schedule.EndDate is { } end)
            writer.WriteString("end_date", FieldText.Of(end));
        Word(writer, "report_date", schedule.ReportDate, ReportDate.Same);
        schedule.Period.Accept(new PeriodWriter(writer));
        Word(writer, "misfire", schedule.Misfire, Misfire.RunLatest);
        if (schedule.StartDeadline is { } deadline)
            writer.WriteString("start_deadline", FieldText.Of(deadline));
        if (schedule.CatchUpCap != ScheduleDefinition.DefaultCatchUpCap)
            writer.WriteNumber("catch_up_cap", schedule.CatchUpCap);
        Word(writer, "concurrency", schedule.Concurrency, Concurrency.QueueOne);
        Length(writer, "prepare_lead", schedule.PrepareLead, Duration.Zero);
        Length(writer, "jitter_max", schedule.JitterMax, Duration.Zero);
        Length(writer, "min_spacing", schedule.MinSpacing, ScheduleDefinition.DefaultMinSpacing);
    }

    private static void WriteTimes(Utf8JsonWriter writer, ScheduleDefinition schedule)
    {
        if (schedule.Times.IsEmpty && !schedule.AtClose)
            return;
        writer.WriteStartArray("times");
        foreach (var time in schedule.Times)
            writer.WriteStringValue(FieldText.Short(time));
        if (schedule.AtClose)
            writer.WriteStringValue(TimesReader.Close);
        writer.WriteEndArray();
    }

    private static void Word<T>(Utf8JsonWriter writer, string name, T value, T usual)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, usual))
            writer.WriteString(name, EnumWords<T>.Of(value));
    }

    private static void Length(Utf8JsonWriter writer, string name, Duration value, Duration usual)
    {
        if (value != usual)
            writer.WriteString(name, FieldText.Of(value));
    }
}
