using System.CommandLine;
using Daybook.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Daybook.Commands;

/// <summary><c>daybook serve</c>: the report server.</summary>
internal static class ServeCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var data = DataFolder.Option();
        var urls = new Option<string?>("--urls") { HelpName = "URLS", Description = $"Addresses to listen on, separated by semicolons. Default: {ServerSettings.DefaultUrls}." };
        var set = DataFolder.SetOption();
        var command = new Command("serve", "Run the report server.") { data, urls, set };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(DataFolder.Settings(terminal, parsed.GetValue(data)!, parsed.GetValue(urls), parsed.GetValue(set)!), cancellationToken));
        return new CommandExamples(command,
        [
            "daybook serve",
            "daybook serve --data /var/lib/daybook --urls http://0.0.0.0:8420",
            "daybook serve --set Database=postgres://daybook@localhost/daybook",
        ]);
    }

    private static Task<int> RunAsync(ServerSettings settings, CancellationToken cancellationToken) => ServerData.TellAsync(async () =>
    {
        await using var app = DaybookServer.Build(settings);
        await DaybookServer.StartAsync(app, cancellationToken).ConfigureAwait(false);
        var memory = IdleMemory.WatchAsync(app.Services.GetRequiredService<WorkLoop>(), app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        await memory.ConfigureAwait(false);
        return ExitCode.Ok;
    });
}
