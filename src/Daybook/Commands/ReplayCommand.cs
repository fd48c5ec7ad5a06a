using System.CommandLine;
using System.Globalization;
using Daybook.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Commands;

/// <summary><c>daybook replay</c>: proves that an archived report comes out the same.</summary>
internal static class ReplayCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var report = new Argument<Guid[]>("REPORT") { Description = "Ids of reports.", Arity = ArgumentArity.OneOrMore };
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var command = new Command("replay", "Make archived reports again from what is kept of them, and compare every byte.") { report, data, set };
        command.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!),
            services => RunAsync(terminal, services.GetRequiredService<ReportReplay>(), parsed.GetValue(report)!, cancellationToken)));
        return new CommandExamples(command, ["daybook replay 3f0c1e5a-8f0e-4f3e-9a55-0d1d4f5b6c7d"]);
    }

    private static async Task<int> RunAsync(Terminal terminal, ReportReplay replay, Guid[] reports, CancellationToken cancellationToken)
    {
        var differ = 0;
        foreach (var id in reports)
        {
            var result = await replay.RunAsync(new ReportId(id), cancellationToken).ConfigureAwait(false)
                ?? throw new CommandFailure(ExitCode.DataError, $"there is no report {id}");
            foreach (var difference in result.Different)
                await terminal.Talk.WriteLineAsync($"error: {id}: {difference}").ConfigureAwait(false);
            if (result.Different.IsEmpty)
                await terminal.Out.WriteLineAsync($"{id}: {string.Join(", ", Counted(result.Same))} are the same, byte for byte").ConfigureAwait(false);
            else
                differ++;
        }

        return differ == 0 ? ExitCode.Ok : ExitCode.DataError;
    }

    /// <summary>The kind of each part, and how many there are where there are several.</summary>
    private static IEnumerable<string> Counted(IEnumerable<string> parts) => parts
        .GroupBy(part => part.Split(' ')[0], StringComparer.Ordinal)
        .Select(kind => kind.Count() is var count and > 1 ? string.Create(CultureInfo.InvariantCulture, $"{count} {kind.Key}s") : kind.Key);
}
