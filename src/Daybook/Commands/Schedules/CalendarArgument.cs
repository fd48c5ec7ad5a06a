using System.Text.Json;
using Daybook.Calendars;
using Daybook.Calendars.BuiltIn;
using Daybook.Calendars.Ics;
using Daybook.Calendars.Reading;
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
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return CalendarReader.Read(json.RootElement, zones);
        }
        catch (JsonException error)
        {
            throw new CommandFailure(
                ExitCode.InvalidInput, $"--calendar: {name} is neither JSON nor called .ics (line {error.LineNumber + 1}, column {error.BytePositionInLine + 1})", error);
        }
    }
}
