using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Words;
using Spectre.Console;

namespace Daybook.Commands.Schedules;

/// <summary>What <c>schedule next</c> found, ready to print.</summary>
/// <param name="Wanted">How many that run were asked for; fewer were found when the rule ends.</param>
internal sealed record NextOccurrences(
    ScheduleDefinition Schedule, BusinessCalendar? Calendar, string TzdbVersion, ImmutableArray<PlannedOccurrence> Occurrences, int Wanted,
    ImmutableArray<FieldProblem> Warnings)
{
    private string Words => ScheduleWords.Of(Schedule, Calendar);

    private bool RuleEnds => Occurrences.Count(occurrence => occurrence.Reason is null) < Wanted;

    public void WriteJson(TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("words", Words);
            writer.WriteString("zone", Schedule.Zone);
            writer.WriteString("tzdb_version", TzdbVersion);
            writer.WriteString("calendar", Calendar?.Id);
            writer.WriteString("calendar_version", Calendar?.Version);
            writer.WriteBoolean("rule_ends", RuleEnds);
            writer.WriteStartArray("occurrences");
            foreach (var occurrence in Occurrences)
                OccurrenceJson.Write(writer, occurrence);
            writer.WriteEndArray();
            writer.WriteStartArray("warnings");
            foreach (var warning in Warnings)
            {
                writer.WriteStartObject();
                writer.WriteString("path", warning.Path);
                writer.WriteString("message", warning.Message);
                writer.WriteString("advice", warning.Advice);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public void WriteTable(Terminal terminal)
    {
        terminal.Out.WriteLine($"Falls due {Words}.");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Business date", "Wall time", "UTC", "Notes");
        foreach (var occurrence in Occurrences)
            table.AddRow(Row(occurrence));
        terminal.ConsoleOf(terminal.Out).Write(table);
        if (RuleEnds)
            terminal.Out.WriteLine("No occurrence follows.");
        terminal.Out.WriteLine($"Time-zone data {TzdbVersion}{(Calendar is null ? "" : $", calendar {Calendar.Id} version {Calendar.Version}")}.");
    }

    private static string[] Row(PlannedOccurrence occurrence)
    {
        var notes = AdjustmentWords.Of(occurrence.Adjustments)
            .Concat(occurrence.NominalDate == occurrence.BusinessDate ? [] : [$"from {FieldText.Of(occurrence.NominalDate)}"]);
        return occurrence is { DueAt: { } due, Reason: null }
            ?
            [
                Date(occurrence), WallTime.Of(due, occurrence.Offset).Replace('T', ' '), FieldText.Of(due),
                string.Join(", ", notes),
            ]
            : [Date(occurrence), "no run", "", string.Join(", ", notes.Prepend(EnumWords<SkipReason>.Of(occurrence.Reason!.Value)).Distinct())];
    }

    private static string Date(PlannedOccurrence occurrence) =>
        $"{occurrence.BusinessDate.DayOfWeek.ToString()[..3]} {FieldText.Of(occurrence.BusinessDate)}";
}
