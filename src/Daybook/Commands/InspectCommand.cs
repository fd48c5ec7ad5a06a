using System.Collections.Immutable;
using System.CommandLine;
using Daybook.RedTeam;

namespace Daybook.Commands;

/// <summary><c>daybook inspect</c>: what garak logs hold, before anything is reported.</summary>
internal static class InspectCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var logs = new Argument<string[]>("LOG") { Description = "garak reports (.report.jsonl) or hitlogs (.hitlog.jsonl).", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How the result is printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var zone = new Option<string>("--zone") { HelpName = "ZONE", Description = "IANA zone of the machine that scanned.", DefaultValueFactory = _ => "UTC" };
        var large = LargeLogs.NewOption();
        var command = new Command("inspect", "Tell what garak logs hold: runs, attempts, and counts for each probe and detector.") { logs, format, zone, large };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, parsed.GetValue(logs)!, parsed.GetValue(format) == "json", parsed.GetValue(zone)!, LargeLogs.LimitsOf(parsed.GetValue(large)), cancellationToken));
        return new CommandExamples(command, ["daybook inspect runs/*.report.jsonl", "daybook inspect garak.report.jsonl --format json | jq '.[0].runs'"]);
    }

    /// <summary>A refused log does not keep the others from being shown.</summary>
    private static async Task<int> RunAsync(Terminal terminal, string[] paths, bool asJson, string zone, GarakLimits limits, CancellationToken cancellationToken)
    {
        var timeZone = BusinessDay.Zone(zone);
        var logs = ImmutableArray.CreateBuilder<InspectedLog>();
        using (var progress = new StageProgress(terminal))
        {
            foreach (var path in paths)
            {
                progress.Show("reading " + path);
                logs.Add(await GarakInspection.ReadAsync(terminal.Locate(path), timeZone, limits, null, cancellationToken).ConfigureAwait(false));
            }
        }

        if (asJson)
            await terminal.Out.WriteLineAsync(GarakInspection.ToJson(logs.ToImmutable())).ConfigureAwait(false);
        else
            InspectText.Write(logs.Select(log => log.Log).OfType<GarakLog>(), terminal);
        var refused = logs.Select(log => log.Refusal).OfType<LogRefused>().ToList();
        foreach (var refusal in refused)
            await terminal.Talk.WriteLineAsync($"error: {refusal.Message} [{refusal.Code}]").ConfigureAwait(false);
        return refused.Count > 0 ? ExitCode.DataError : ExitCode.Ok;
    }
}
