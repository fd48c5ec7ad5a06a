using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Reading;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Commands.Schedules;

/// <summary><c>daybook schedule next</c>: the next occurrences of a rule, without a server.</summary>
internal static class ScheduleNextCommand
{
    private const int MostOccurrences = 366;

    /// <summary>Stands for a calendar that cannot be read: what else is wrong is told beside that, and nothing that follows from it.</summary>
    private const string Unread = "-";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    public static Command Create(Terminal terminal)
    {
        var rule = new Option<string>("--rule") { HelpName = "JSON|@FILE", Description = "The rule, or the whole schedule, as JSON.", Required = true };
        var calendar = new Option<string?>("--calendar") { HelpName = "FILE|NAME", Description = "A business calendar: a JSON or ICS file, or us-federal, nyse, uk, target." };
        var from = new Option<string?>("--from") { HelpName = "INSTANT", Description = "Occurrences after this instant, such as 2026-03-06T23:30:00Z. [default: now]" };
        var count = new Option<int>("--count") { HelpName = "N", Description = $"How many that run, 1 to {MostOccurrences}.", DefaultValueFactory = _ => 5 };
        var format = new Option<string>("--format") { Description = "How the result is printed.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
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
            var schedule = failures.Try(() => Body(parsed.GetValue(rule)!, terminal), null);
            foreach (var field in fields)
            {
                if (schedule is not null)
                    field.Apply(parsed, schedule);
            }

            return Run(terminal, schedule, parsed.GetValue(calendar), zones, start, wanted, parsed.GetValue(format) == "json", failures);
        });
        return command;
    }

    /// <param name="body">Null for one that is no object.</param>
    private static int Run(Terminal terminal, JsonObject? body, string? calendarName, TimeZoneData zones, Instant from, int count, bool asJson, CommandFailures failures)
    {
        var catalog = CalendarCatalog.BuiltIn(from.InUtc().Date);
        var lacksCalendar = false;
        if (calendarName is not null)
        {
            var read = failures.Try(() => CalendarArgument.Read(calendarName, terminal, zones, from), new Reading<CalendarDefinition>(null, []));
            PrintProblems(terminal, read.Problems, "--calendar: ");
            lacksCalendar = read.Value is null;
            if (read.Value is { } definition)
                catalog = catalog.With(definition);
            body?["calendar"] = read.Value?.Id ?? Unread;
        }

        var schedule = body is null ? null : Rule(body, new ReadingContext(zones, catalog, from));
        PrintProblems(terminal, schedule is null ? [] : schedule.Problems.Where(problem => !lacksCalendar || problem.Path != "calendar"), "");
        failures.ThrowIfAny();
        if (schedule?.Value is not { } value)
            return ExitCode.InvalidInput;
        var calendar = value.Calendar is { } id ? catalog.Find(id) : null;
        var next = new NextOccurrences(value, calendar, zones.Version, FireTimes.Of(value, calendar, zones).Take(from, count), count, [.. schedule.Warnings]);
        if (asJson)
            next.WriteJson(terminal.Out);
        else
            next.WriteTable(terminal);
        return ExitCode.Ok;
    }

    private static Reading<ScheduleDefinition> Rule(JsonObject body, ReadingContext context)
    {
        using var json = JsonDocument.Parse(body.ToJsonString(), Strict);
        return ScheduleReader.Read(json.RootElement, context);
    }

    private static int Count(int count) => count is >= 1 and <= MostOccurrences
        ? count
        : throw new CommandFailure(ExitCode.Usage, $"--count: {count} is not a number from 1 to {MostOccurrences}");

    private static JsonObject? Body(string rule, Terminal terminal)
    {
        var text = !rule.StartsWith('@') ? rule
            : File.Exists(terminal.Locate(rule[1..])) ? File.ReadAllText(terminal.Locate(rule[1..]))
            : throw new CommandFailure(ExitCode.DataError, $"--rule: there is no file '{rule[1..]}'");
        try
        {
            using var checkedText = JsonDocument.Parse(text, Strict);
            if (checkedText.RootElement.ValueKind == JsonValueKind.String)
                return new JsonObject { ["type"] = checkedText.RootElement.GetString() };
            if (checkedText.RootElement.ValueKind != JsonValueKind.Object)
                throw new CommandFailure(ExitCode.InvalidInput, "--rule: an object is wanted, such as {\"type\": \"daily\"}");
            var repeated = checkedText.RootElement.EnumerateObject().GroupBy(field => field.Name).FirstOrDefault(group => group.Count() > 1);
            return repeated is null
                ? JsonObject.Create(checkedText.RootElement.Clone())!
                : throw new CommandFailure(ExitCode.InvalidInput, $"--rule: '{repeated.Key}' stands twice; keep one of the two");
        }
        catch (JsonException error)
        {
            throw new CommandFailure(
                ExitCode.InvalidInput, $"--rule: this is not JSON (line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}): write it such as {{\"type\": \"daily\"}}, or @FILE", error);
        }
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
    }

    private static void PrintProblems(Terminal terminal, IEnumerable<FieldProblem> problems, string prefix)
    {
        foreach (var problem in problems)
            terminal.Talk.WriteLine(problem with { Path = prefix + problem.Path });
    }
}
