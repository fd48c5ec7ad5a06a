using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Calendars;
using Daybook.Calendars.BuiltIn;
using Daybook.Calendars.Ics;
using Daybook.Calendars.Reading;
using Daybook.Composition;
using Daybook.Input;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Commands.Schedules;

/// <summary>Reads the calendar that a command names: a built-in one, or a file.</summary>
internal static class CalendarArgument
{
    /// <param name="around">The dates of an ICS file are kept for the years around it.</param>
    public static Reading<CalendarDefinition> Read(string name, Terminal terminal, TimeZoneData zones, Instant around)
    {
        if (BuiltInCalendars.Find(name) is { } builtIn)
            return new Reading<CalendarDefinition>(builtIn, []);
        var path = terminal.Locate(name);
        if (!File.Exists(path))
        {
            var ids = BuiltInCalendars.All.Select(calendar => calendar.Id).ToList();
            throw new CommandFailure(ExitCode.DataError, $"--calendar: there is no file '{name}', and no built-in calendar of that name{FieldReader.Near(name, ids)} ({string.Join(", ", ids)})");
        }

        return Path.GetExtension(path).Equals(".ics", StringComparison.OrdinalIgnoreCase) ? Ics(path, zones, around.InUtc().Date) : Json(path, name, zones);
    }

    private static Reading<CalendarDefinition> Ics(string path, TimeZoneData zones, LocalDate around)
    {
        var options = IcsOptions.Around(around, DateTimeZone.Utc);
        if (new FileInfo(path) is { Length: var length } && length > options.MaxBytes)
            throw new CommandFailure(ExitCode.InvalidInput, $"--calendar: {IcsReader.TooLarge(length, options.MaxBytes)} ({IcsReader.Smaller})");
        var read = IcsReader.Read(File.ReadAllBytes(path), options, zones);
        if (read.Value is not { } calendar)
            return new Reading<CalendarDefinition>(null, read.Problems);
        var id = Path.GetFileNameWithoutExtension(path);
        var preview = CalendarImport.Preview(new CalendarDefinition(id, calendar.Name ?? id, "1"), calendar, "file", options.First);
        return new Reading<CalendarDefinition>(preview.Result, read.Problems);
    }

    private static Reading<CalendarDefinition> Json(string path, string name, TimeZoneData zones)
    {
        if (new FileInfo(path).Length > IcsOptions.UsualMaxBytes)
            throw new CommandFailure(ExitCode.InvalidInput, $"--calendar: {IcsReader.TooLarge(new FileInfo(path).Length, IcsOptions.UsualMaxBytes)} ({IcsReader.Smaller})");
        var written = WrittenJson.Read(File.ReadAllText(path));
        if (written.Value is not JsonObject body)
            return new Reading<CalendarDefinition>(null, [.. written.Problems, NoCalendar(name)]);
        var read = CalendarReader.Read(JsonElement.Parse(body.ToJsonString()), zones, written.IsWhole);
        return new Reading<CalendarDefinition>(written.Problems.IsEmpty ? read.Value : null, [.. written.Problems, .. read.Problems]);
    }

    private static FieldProblem NoCalendar(string name) =>
        new(DiagnosticSeverity.Error, "", $"{name} holds no calendar", "write one as an object, such as {\"id\": \"office\", \"holidays\": [\"2026-12-25\"]}, or name an ICS file that ends in .ics");
}
