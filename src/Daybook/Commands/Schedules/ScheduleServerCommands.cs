using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Input;
using Daybook.Schedules.Words;
using Spectre.Console;

namespace Daybook.Commands.Schedules;

/// <summary>The commands about schedules that ask a running server.</summary>
internal static class ScheduleServerCommands
{
    public static IEnumerable<Command> Create(Terminal terminal) =>
    [
        List(terminal), Pause(terminal), Resume(terminal), Run(terminal), Backfill(terminal), Explain(terminal),
        Decision(terminal, "retry", "an occurrence that is over", "Make what failed of one occurrence once more, with the schedule as it is now; what was delivered is not sent again."),
        Decision(terminal, "release", "an occurrence that is held", "Let one occurrence that is held go on."),
        Decision(terminal, "reject", "an occurrence that is held", "End one occurrence that is held: it is not delivered."),
        Decision(terminal, "cancel", "an occurrence that is not over", "End one occurrence; what is being sent is sent, the rest is held back."),
    ];

    private static Command List(Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Also those that are switched off." };
        var format = new Option<string>("--format") { Description = "How the result is printed.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return Of(terminal, new Command("list", "List the schedules of a server that you may see.") { all, format }, async (parsed, api, cancellationToken) =>
        {
            var schedules = await api.ListAsync($"schedules?limit=200&active_only={(parsed.GetValue(all) ? "false" : "true")}", cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(format) == "json")
            {
                terminal.Out.WriteLine("[" + string.Join(",\n", schedules.Select(schedule => schedule.GetRawText())) + "]");
                return;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "Name", "Falls due", "Next", "Notes");
            foreach (var schedule in schedules)
                table.AddRow([.. new[] { Text(schedule, "id"), Text(schedule, "name"), Text(schedule, "words"), Text(schedule, "next_run_at"), Notes(schedule) }.Select(Cell)]);
            terminal.ConsoleOf(terminal.Out).Write(table);
        });
    }

    private static Command Pause(Terminal terminal)
    {
        var (schedule, note, until) = (Schedule(), Note(isNeeded: true), new Option<string?>("--until") { HelpName = "INSTANT", Description = "When it goes on by itself, such as 2026-06-01T00:00:00Z." });
        return Of(terminal, new Command("pause", "Hold what falls due from now on.") { schedule, note, until }, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject { ["note"] = parsed.GetValue(note), ["until"] = parsed.GetValue(until) };
            await DoAsync(terminal, api, parsed.GetValue(schedule)!, "pause", body, cancellationToken).ConfigureAwait(false);
        });
    }

    private static Command Resume(Terminal terminal)
    {
        var (schedule, mode) = (Schedule(), new Option<string>("--mode") { Description = "What becomes of what was held.", Required = true });
        mode.AcceptOnlyFromAmong("skip", "latest", "all");
        return Of(terminal, new Command("resume", "Let a paused schedule go on.") { schedule, mode }, async (parsed, api, cancellationToken) =>
            await DoAsync(terminal, api, parsed.GetValue(schedule)!, "resume", new JsonObject { ["mode"] = parsed.GetValue(mode) }, cancellationToken).ConfigureAwait(false));
    }

    private static Command Run(Terminal terminal)
    {
        var (schedule, date, test) = (Schedule(), new Option<string?>("--date") { HelpName = "DATE", Description = "Business date. [default: today in the schedule's zone]" }, new Option<bool>("--test") { Description = "Mark it as a test, and send it to yourself alone." });
        return Of(terminal, new Command("run", "Make a report of a schedule now.") { schedule, date, test }, async (parsed, api, cancellationToken) =>
        {
            var run = await DoAsync(terminal, api, parsed.GetValue(schedule)!, parsed.GetValue(test) ? "test-run" : "run", new JsonObject { ["business_date"] = Date(parsed.GetValue(date), "--date") }, cancellationToken).ConfigureAwait(false);
            terminal.Out.WriteLine($"occurrence {Text(run, "occurrence_id")}");
        });
    }

    private static Command Backfill(Terminal terminal)
    {
        var (schedule, from, to) = (Schedule(), new Option<string>("--from") { HelpName = "DATE", Description = "The first date.", Required = true }, new Option<string>("--to") { HelpName = "DATE", Description = "The last date.", Required = true });
        var deliver = new Option<bool>("--deliver") { Description = "Also deliver the reports." };
        var again = new Option<bool>("--again") { Description = "Also dates that have their report." };
        var confirm = new Option<string?>("--confirm") { HelpName = "HASH", Description = "The hash of the plan that was shown; without it nothing runs." };
        return Of(terminal, new Command("backfill", "Show what would make up for dates without a report, and with --confirm do it.") { schedule, from, to, deliver, again, confirm }, async (parsed, api, cancellationToken) =>
        {
            var failures = new CommandFailures();
            var (first, last) = (failures.Try(() => Date(parsed.GetValue(from), "--from"), null), failures.Try(() => Date(parsed.GetValue(to), "--to"), null));
            failures.ThrowIfAny();
            var body = new JsonObject
            {
                ["from"] = first, ["to"] = last, ["deliver"] = parsed.GetValue(deliver), ["again"] = parsed.GetValue(again), ["confirm"] = parsed.GetValue(confirm),
            };
            var id = await FindAsync(api, parsed.GetValue(schedule)!, cancellationToken).ConfigureAwait(false);
            var plan = await api.AskAsync(HttpMethod.Post, $"schedules/{id}/backfill", body.ToJsonString(), cancellationToken).ConfigureAwait(false);
            var table = new Table().Border(TableBorder.Simple).AddColumns("Date", "Business date", "Due", "What happens", "Now");
            foreach (var date in plan.GetProperty("dates").EnumerateArray())
                table.AddRow([.. new[] { Text(date, "nominal_date"), Text(date, "business_date"), Text(date, "due_at"), Words(Text(date, "action")), $"{Text(date, "state")} {Text(date, "reason")}".Trim() }.Select(Cell)]);
            terminal.ConsoleOf(terminal.Out).Write(table);
            terminal.Out.WriteLine($"{Text(plan, "message")}. {Text(plan, "runs")} {(plan.GetProperty("runs").GetInt32() == 1 ? "run" : "runs")}{(plan.GetProperty("delivers").GetBoolean() ? "" : ", without delivery")}.");
            if (!plan.GetProperty("started").GetBoolean() && plan.GetProperty("runs").GetInt32() > 0)
                terminal.Out.WriteLine($"To start them, write the same again with --confirm {Text(plan, "hash")}");
        });
    }

    private static Command Explain(Terminal terminal)
    {
        var occurrence = new Argument<string>("OCCURRENCE") { Description = "Id of an occurrence." };
        return Of(terminal, new Command("explain", "Tell what became of one occurrence, and why.") { occurrence }, async (parsed, api, cancellationToken) =>
        {
            var found = await api.AskAsync(HttpMethod.Get, $"occurrences/{ServerApi.IdOf(parsed.GetValue(occurrence)!, "an occurrence")}", null, cancellationToken).ConfigureAwait(false);
            terminal.Out.WriteLine($"'{Text(found, "schedule_name")}'");
            foreach (var sentence in found.GetProperty("explanation").EnumerateArray())
                terminal.Out.WriteLine(sentence.GetString());
        });
    }

    private static Command Decision(Terminal terminal, string verb, string about, string description)
    {
        var (occurrence, note) = (new Argument<string>("OCCURRENCE") { Description = $"Id of {about}." }, Note());
        return Of(terminal, new Command(verb, description) { occurrence, note }, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject { ["note"] = parsed.GetValue(note) };
            var answer = await api.AskAsync(HttpMethod.Post, $"occurrences/{ServerApi.IdOf(parsed.GetValue(occurrence)!, "an occurrence")}/{verb}", body.ToJsonString(), cancellationToken).ConfigureAwait(false);
            terminal.Out.WriteLine(Text(answer, "message"));
        });
    }

    private static Command Of(Terminal terminal, Command command, Func<ParseResult, ServerApi, CancellationToken, Task> work) => ServerApi.Asking(terminal, command, work);

    private static async Task<JsonElement> DoAsync(Terminal terminal, ServerApi api, string schedule, string verb, JsonObject body, CancellationToken cancellationToken)
    {
        var id = await FindAsync(api, schedule, cancellationToken).ConfigureAwait(false);
        var answer = await api.AskAsync(HttpMethod.Post, $"schedules/{id}/{verb}", body.ToJsonString(), cancellationToken).ConfigureAwait(false);
        terminal.Out.WriteLine(Text(answer, "message"));
        return answer;
    }

    /// <summary>A schedule by its id, or by its name where only one has it.</summary>
    private static async Task<string> FindAsync(ServerApi api, string schedule, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(schedule, out var id))
            return id.ToString("D");
        var all = await api.ListAsync("schedules?limit=200&active_only=false", cancellationToken).ConfigureAwait(false);
        var named = all.Where(found => Text(found, "name") == schedule).Select(found => Text(found, "id")).ToList();
        if (named.Count == 0)
            throw new CommandFailure(ExitCode.InvalidInput, $"there is no schedule '{schedule}' for you{FieldReader.Near(schedule, all.Select(found => Text(found, "name")))}; 'daybook schedule list --all' shows them");
        return named.Count == 1 ? named[0] : throw new CommandFailure(ExitCode.InvalidInput, $"{named.Count.ToString(CultureInfo.InvariantCulture)} schedules are called '{schedule}'; write one of the ids {string.Join(", ", named)}");
    }

    private static string Notes(JsonElement schedule)
    {
        var notes = new List<string>();
        if (!schedule.GetProperty("is_active").GetBoolean())
            notes.Add("switched off");
        if (schedule.GetProperty("paused") is { ValueKind: JsonValueKind.Object } pause)
            notes.Add($"paused by {Text(pause, "by")}{(Text(pause, "until") is { Length: > 0 } until ? $" until {until}" : "")}{(Text(pause, "note") is { Length: > 0 } why ? $": {why}" : "")}");
        if (Text(schedule, "flag") is { Length: > 0 } flag)
            notes.Add(ReasonWords.Of(flag));
        return string.Join(", ", notes);
    }

    private static string? Date(string? text, string option) => text is null || FieldText.Date(text) is not null ? text : throw new CommandFailure(ExitCode.Usage, $"{option}: '{text}' is not a date; write it as 2026-05-04");

    /// <param name="action">A word of the API's plan.</param>
    private static string Words(string action) => action switch
    {
        "new" => "runs",
        "reopen" => "runs again",
        "keep" => "stays as it is",
        "no_run" => "does not run",
        _ => action,
    };

    private static Argument<string> Schedule() => new("SCHEDULE") { Description = "Id or name of a schedule." };

    private static Option<string?> Note(bool isNeeded = false) => new("--note") { HelpName = "TEXT", Description = "Why, for those who see it.", Required = isNeeded };

    private static string Cell(string text) => Markup.Escape(SafeText.Of(text));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();
}
