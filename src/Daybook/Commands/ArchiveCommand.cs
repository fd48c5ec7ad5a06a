using System.CommandLine;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Archive;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Commands;

/// <summary><c>daybook archive</c>: lets go what retention no longer keeps.</summary>
internal static class ArchiveCommand
{
    private const int Page = 200;

    public static CommandExamples Create(Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "List what would go, and how many bytes; nothing goes." };
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var prune = new Command("prune", "Let go now what the hourly job would: reports beyond the settings of Retention, expired exports, content that nothing refers to.") { dryRun, data, set };
        prune.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!),
            services => RunAsync(terminal, services, parsed.GetValue(dryRun), cancellationToken)));
        return new CommandExamples(
            new Command("archive", "Look after what the server keeps.") { prune },
            ["daybook archive prune --dry-run", "daybook archive prune --dry-run --set Retention:Days=90", "daybook archive prune --data /var/lib/daybook"]);
    }

    private static async Task<int> RunAsync(Terminal terminal, IServiceProvider services, bool isDryRun, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Migrator>().RequireCurrentAsync(cancellationToken).ConfigureAwait(false);
        var retention = services.GetRequiredService<Retention>();
        if (isDryRun)
        {
            await ListAsync(terminal, retention, cancellationToken).ConfigureAwait(false);
            var total = await retention.PlanAsync(cancellationToken).ConfigureAwait(false);
            await terminal.Out.WriteLineAsync(Text($"{total.Reports} reports and {total.Exports} expired exports would go, {total.Bytes:N0} bytes would become free once they are an hour old")).ConfigureAwait(false);
        }
        else
        {
            var result = await retention.PruneAsync(Caller.Server, cancellationToken).ConfigureAwait(false);
            await terminal.Out.WriteLineAsync(Text($"{result.Reports} reports and {result.Exports} expired exports went, {result.Contents} contents of {result.Bytes:N0} bytes were deleted")).ConfigureAwait(false);
            if (result.Waiting is { FreeFrom: { } free } waiting)
                await terminal.Out.WriteLineAsync(Text($"{waiting.Count} more contents of {waiting.Bytes:N0} bytes are not needed any more; the server deletes them once they are an hour old, the last of them after {free:yyyy-MM-dd'T'HH:mm:ss'Z'}")).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }

    private static async Task ListAsync(Terminal terminal, Retention retention, CancellationToken cancellationToken)
    {
        var (at, id) = (DateTimeOffset.UnixEpoch, default(ReportId));
        while (await retention.ListAsync(at, id, Page, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } reports)
        {
            foreach (var report in reports)
                await terminal.Out.WriteLineAsync(Text($"{report.Id}  {report.ReportDate:yyyy-MM-dd}  {report.Reason}  {report.Bytes:N0} bytes  {report.TemplateName}")).ConfigureAwait(false);
            (at, id) = (reports[^1].GeneratedAt, reports[^1].Id);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
