using System.CommandLine;
using Daybook.Hosting;

namespace Daybook.Commands;

/// <summary><c>daybook health</c>: what a container or a supervisor asks.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static CommandExamples Create(Terminal terminal)
    {
        var url = new Option<string>("--url") { HelpName = "URL", Description = "Address of the server.", DefaultValueFactory = _ => ServerSettings.DefaultUrls };
        var command = new Command("health", "Ask a running server whether it is ready; exits with 4 when it is not.") { url };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(url)!, cancellationToken));
        return new CommandExamples(command, ["daybook health", "daybook health --url https://reports.example.com"]);
    }

    private static async Task<int> RunAsync(Terminal terminal, string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new CommandFailure(ExitCode.Usage, $"--url: '{address}' is no address such as {ServerSettings.DefaultUrls}");
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(url, "/health/ready"), cancellationToken).ConfigureAwait(false);
            await terminal.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? ExitCode.Ok : ExitCode.DataError;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailure(ExitCode.DataError, $"{url} does not answer", failure);
        }
    }
}
