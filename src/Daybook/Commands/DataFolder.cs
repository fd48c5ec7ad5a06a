using System.Collections.Immutable;
using System.CommandLine;
using Daybook.Hosting;

namespace Daybook.Commands;

/// <summary>The options of every command that works on a server's data.</summary>
internal static class DataFolder
{
    public static Option<string> Option() =>
        new("--data") { HelpName = "DIR", Description = "Folder of the server's data.", DefaultValueFactory = _ => "daybook-data" };

    public static Option<string[]> SetOption(string description = "A setting, such as Reports:Zone=Europe/London; wins over daybook.json and the environment.") => new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = description,
        DefaultValueFactory = _ => [],
        AllowMultipleArgumentsPerToken = false,
    };

    public static ServerSettings Settings(Terminal terminal, string folder, string? urls, string[] settings)
    {
        var failures = new CommandFailures();
        var read = settings.Select(given => failures.Try(() => Setting(given), default)).ToImmutableArray();
        failures.ThrowIfAny();
        return new ServerSettings(Path.Combine(terminal.Folder, folder), urls, read, terminal.Clock);
    }

    public static KeyValuePair<string, string?> Setting(string given) => given.IndexOf('=', StringComparison.Ordinal) is var at and > 0
        ? new(given[..at], given[(at + 1)..])
        : throw new CommandFailure(ExitCode.Usage, $"--set: '{given}' has no value; write NAME=VALUE");
}
