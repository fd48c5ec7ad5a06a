using System.CommandLine;
using Daybook.Composition;
using Daybook.RedTeam;
using Daybook.Reports;
using NodaTime;

namespace Daybook.Commands;

/// <summary><c>daybook demo</c>: sample logs, and the standard report made from them in every format.</summary>
internal static class DemoCommand
{
    private const string Template = "standard_security_cob";
    private const string Zone = "America/New_York";

    /// <summary>The demo is the same on every machine and every day.</summary>
    private static readonly DateOnly BusinessDate = new(2026, 5, 14);

    public static CommandExamples Create(Terminal terminal)
    {
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Folder for the report and the sample logs.", DefaultValueFactory = _ => "demo" };
        var command = new Command("demo", "Make the standard close-of-business report from sample logs, in every format.") { output };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(output)!, cancellationToken));
        return new CommandExamples(command, ["daybook demo", "daybook demo --out /tmp/daybook-demo"]);
    }

    private static async Task<int> RunAsync(Terminal terminal, string output, CancellationToken cancellationToken)
    {
        var logs = Path.Combine(terminal.Folder, output, "logs");
        var files = await SampleLogs.WriteAsync(logs, BusinessDate, SampleSize.Standard, cancellationToken).ConfigureAwait(false);
        await terminal.Talk.WriteLineAsync($"{files.Length} sample logs in garak's format: {Path.Combine(output, "logs")}").ConfigureAwait(false);

        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var period = BusinessPeriods.Of(BusinessDate, new LocalTime(SampleLogs.Close.Hour, SampleLogs.Close.Minute), zone);
        var job = new ReportJob(Template, period, period.End, [], [Path.Combine(logs, "*.report.jsonl")], Export.Exporters.All, output, [])
        {
            Shift = "Day Shift - Americas",
            Classification = "INTERNAL USE",
        };
        job = job with { Parameters = [SuppliedParameter.FromText("sample", "true"), SuppliedParameter.FromText("scan_zone", Zone)] };
        var run = new ReportRun(terminal);
        if (await run.MakeAsync(job, cancellationToken).ConfigureAwait(false) is not { } result)
            return ExitCode.InvalidInput;

        ArtifactFiles.Write(result.Artifacts, Path.Combine(terminal.Folder, output));
        ArtifactFiles.List(result.Artifacts, output, terminal.ConsoleOf(terminal.Out));
        await terminal.Out.WriteLineAsync($"Open {Path.Combine(output, result.Artifacts[0].FileName)} in a browser.").ConfigureAwait(false);
        return run.Conclude(result);
    }
}
