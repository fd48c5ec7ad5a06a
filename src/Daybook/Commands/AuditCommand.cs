using System.CommandLine;
using Daybook.Audit;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Commands;

/// <summary><c>daybook audit</c>: proves that nobody changed the audit log, or writes it out.</summary>
internal static class AuditCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var verify = new Command("verify", "Recompute the chain of hashes. Note the printed head elsewhere: it also shows a log that was rewritten as a whole.") { data, set };
        verify.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!), services => VerifyAsync(terminal, services, cancellationToken)));
        var (exportData, exportSet) = (DataFolder.Option(), DataFolder.SetOption());
        var export = new Command("export", "Write the log, one JSON object a line, oldest first.") { exportData, exportSet };
        export.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(exportData)!, null, parsed.GetValue(exportSet)!), services => ExportAsync(terminal, services, cancellationToken)));
        var command = new Command("audit", "Look into the audit log.") { verify, export };
        return new CommandExamples(command, ["daybook audit verify", "daybook audit export > audit.jsonl"]);
    }

    private static async Task<int> VerifyAsync(Terminal terminal, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var session = await services.GetRequiredService<Database>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var verdict = await services.GetRequiredService<AuditLog>().VerifyAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var problem in verdict.Problems)
            await terminal.Talk.WriteLineAsync("error: " + problem).ConfigureAwait(false);
        await terminal.Out.WriteLineAsync($"{verdict.Entries} entries, head {(verdict.Head.Length > 0 ? verdict.Head : "none")}{(verdict.Problems.IsEmpty ? ", unchanged" : "")}").ConfigureAwait(false);
        return verdict.Problems.IsEmpty ? ExitCode.Ok : ExitCode.DataError;
    }

    private static async Task<int> ExportAsync(Terminal terminal, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var session = await services.GetRequiredService<Database>().OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var line in services.GetRequiredService<AuditStore>().LinesAsync(session, cancellationToken).ConfigureAwait(false))
            await terminal.Out.WriteLineAsync(line).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
