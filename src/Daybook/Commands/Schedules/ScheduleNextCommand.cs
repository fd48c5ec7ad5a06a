using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Calendars;
using Daybook.Composition;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Reading;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Commands.Schedules;

/// <summary><c>daybook schedule next</c>: the next occurrences of a rule, without a server.</summary>
internal static class ScheduleNextCommand
{
    private const int MostOccurrences = 366, UsualOccurrences = 5;

    private const string Table = "table", Json = "json";

    private static readonly FieldProblem NoObject = new(DiagnosticSeverity.Error, "", "an object is wanted", "write it such as {\"type\": \"daily\"}, or @FILE");

    /// <summary>Stands for a calendar that cannot be read: what else is wrong is told beside that, and nothing that follows from it.</summary>
    private const string Unread = "-";

    public static Command Create(Terminal terminal)
    {
        var rule = new Option<string>("--rule") { HelpName = "JSON|@FILE", Description = "The rule, or the whole schedule, as JSON.", Required = true };
        var calendar = new Option<string?>("--calendar") { HelpName = "FILE|NAME", Description = "A business calendar: a JSON or ICS file, or us-federal, nyse, uk, target." };
        var from = new Option<string?>("--from") { HelpName = "INSTANT", Description = "Occurrences after this instant, such as 2026-03-06T23:30:00Z. [default: now]" };
        var count = new Option<string?>("--count") { HelpName = "N", Description = $"How many that run, 1 to {MostOccurrences}. [default: {UsualOccurrences}]" };
        var format = new Option<string?>("--format") { HelpName = $"{Json}|{Table}", Description = $"How the result is printed. [default: {Table}]" };
        var tzdb = new Option<string?>("--tzdb") { HelpName = "FILE", Description = "Time-zone data (.nzd) in place of the bundled." };
        var fields = ScheduleFieldOption.All();
        var command = new Command("next", "Show the next occurrences of a rule, those that do not run included.") { rule, calendar, from, count, format, tzdb };
        foreach (var field in fields)
            command.Add(field.Option);
        command.SetAction(parsed =>
        {
            var failures = new CommandFailures();
            var zones = failures.Try(() => parsed.GetValue(tzdb) is { } file ? Zones(terminal, file) : TimeZoneData.Bundled, TimeZoneData.Bundled);
            var start = failures.Try(() => From(parsed.GetValue(from), terminal), Instant.FromDateTimeOffset(terminal.Clock.GetUtcNow()));
            var wanted = failures.Try(() => Count(parsed.GetValue(count)), 1);
            var isJson = failures.Try(() => IsJson(parsed.GetValue(format)), false);
            var written = failures.Try(() => Written(parsed.GetValue(rule)!, terminal), new WrittenJson(null, false, []));
            var schedule = written.Value as JsonObject ?? [];
            foreach (var field in fields)
                field.Apply(parsed, schedule);
            PrintProblems(terminal, written.Problems, "--rule");
            return Run(terminal, schedule, written, parsed.GetValue(calendar), zones, start, wanted, isJson, failures);
        });
        return command;
    }

    /// <param name="body">The rule with the options; where the rule cannot be read, the options alone.</param>
    private static int Run(Terminal terminal, JsonObject body, WrittenJson written, string? calendarName, TimeZoneData zones, Instant from, int count, bool asJson, CommandFailures failures)
    {
        var catalog = CalendarCatalog.BuiltIn(from.InUtc().Date);
        var lacksCalendar = false;
        if (calendarName is not null)
        {
            var read = failures.Try(() => CalendarArgument.Read(calendarName, terminal, zones, from), new Reading<CalendarDefinition>(null, []));
            PrintProblems(terminal, read.Problems, "--calendar");
            lacksCalendar = read.Value is null;
            if (read.Value is { } definition)
                catalog = catalog.With(definition);
            body["calendar"] = read.Value?.Id ?? Unread;
        }

        var schedule = ScheduleReader.Read(JsonElement.Parse(body.ToJsonString()), new ReadingContext(zones, catalog, from) { IsWhole = written.IsWhole });
        PrintProblems(terminal, schedule.Problems.Where(problem => !lacksCalendar || problem.Path != "calendar"), "");
        failures.ThrowIfAny();
        if (schedule.Value is not { } value || lacksCalendar || !written.Problems.IsEmpty)
            return ExitCode.InvalidInput;
        var calendar = value.Calendar is { } id ? catalog.Find(id) : null;
        var next = new NextOccurrences(value, calendar, zones.Version, FireTimes.Of(value, calendar, zones).Take(from, count), count, [.. schedule.Warnings]);
        if (asJson)
            next.WriteJson(terminal.Out);
        else
            next.WriteTable(terminal);
        return ExitCode.Ok;
    }

    private static int Count(string? count) => count is null ? UsualOccurrences
        : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostOccurrences ? number
        : throw new CommandFailure(ExitCode.Usage, $"--count: '{count}' is not a number from 1 to {MostOccurrences}");

    private static bool IsJson(string? format) => format switch
    {
        Json => true,
        Table or null => false,
        _ => throw new CommandFailure(ExitCode.Usage, $"--format: '{format}' is no format{FieldReader.Near(format, [Json, Table])} (write {Json} or {Table})"),
    };

    /// <returns>An object, unless there are problems.</returns>
    private static WrittenJson Written(string rule, Terminal terminal)
    {
        var text = !rule.StartsWith('@') ? rule
            : File.Exists(terminal.Locate(rule[1..])) ? File.ReadAllText(terminal.Locate(rule[1..]))
            : throw new CommandFailure(ExitCode.DataError, $"--rule: there is no file '{rule[1..]}'");
        var written = string.IsNullOrWhiteSpace(text) ? new WrittenJson(null, false, []) : WrittenJson.Read(text);
        return written.Value switch
        {
            JsonObject => written,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => written with { Value = new JsonObject { ["type"] = value.GetValue<string>() } },
            _ => new WrittenJson(null, false, written.Problems.IsEmpty ? [NoObject] : written.Problems),
        };
    }

    private static Instant From(string? text, Terminal terminal) => text is null
        ? Instant.FromDateTimeOffset(terminal.Clock.GetUtcNow())
        : FieldText.Instant(text) ?? throw new CommandFailure(ExitCode.Usage, $"--from: '{text}' is not an instant; write it as 2026-03-06T23:30:00Z");

    private static TimeZoneData Zones(Terminal terminal, string file)
    {
        try
        {
            return TimeZoneData.Load(terminal.Locate(file));
        }
        catch (InvalidDataException error)
        {
            throw new CommandFailure(ExitCode.DataError, "--tzdb: " + error.Message, error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailure(ExitCode.DataError, $"--tzdb: there is no file '{file}'; name one such as tzdb2026a.nzd of nodatime.org, or leave the option out", error);
        }
    }

    private static void PrintProblems(Terminal terminal, IEnumerable<FieldProblem> problems, string option)
    {
        foreach (var problem in problems)
            terminal.Talk.WriteLine(problem with { Path = option.Length == 0 || problem.Path.Length == 0 ? option + problem.Path : $"{option}: {problem.Path}" });
    }
}
