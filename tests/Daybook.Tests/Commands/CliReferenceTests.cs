using System.Text;
using Daybook.Commands;

namespace Daybook.Tests.Commands;

public sealed class CliReferenceTests
{
    private const string Head = """
        # Command line

        Data goes to standard output, talk and errors to standard error. Nothing is sent anywhere: only `serve` sends, `channel test` reaches the other
        side of a channel, and `schedule` asks the server it is pointed at. A stack trace is never shown; `DAYBOOK_TRACE=1` prints where a defect happened.

        | exit code | meaning |
        |---|---|
        | 0 | done |
        | 1 | the report was made, but at least one of its blocks failed; the report says which and why |
        | 2 | the command line is wrong |
        | 3 | a template or a parameter is wrong, the report as a whole failed, a checked PDF file does not conform, or a server refused; every problem was printed |
        | 4 | data or files cannot be read or written, a tested channel does not work, or a server cannot be reached |
        | 70 | a defect of the program |
        | 130 | stopped by Ctrl+C |

        **Periods.** A report covers the time from the close of the business day before (Monday to Friday) up to the close of its own, so Monday's
        covers the weekend. `--close 18:00` sets the close, in the zone of `--zone`; without it the day ends at midnight.

        **Data.** A template may read files from its own folder, the working folder, and every `--folder`. `--data` puts a file in place of the one
        the template names. For a template whose datasets read no files, `--data` names a JSON object: each of its keys becomes a dataset, and the
        object under `previous` holds those of the period before.
        """;

    [Fact]
    public async Task The_reference_page_shows_the_help_of_every_command()
    {
        using var run = new CommandRun();
        var page = new StringBuilder(Head).Append("\n\n");
        using var silence = new StringWriter();
        var commands = CommandLine.Root(new Terminal(silence, silence, TimeProvider.System, "/", false)).Subcommands
            .SelectMany(command => command.Subcommands.Select(sub => $"{command.Name} {sub.Name}").Prepend(command.Name));
        foreach (var command in commands.Prepend(""))
        {
            Assert.Equal(0, await run.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]));
            page.Append($"## daybook {command}".TrimEnd()).Append("\n\n```\n").Append(run.Out.ReplaceLineEndings("\n").Replace(AppName, "daybook", StringComparison.Ordinal).Trim()).Append("\n```\n\n");
        }

        Golden.Matches(page.ToString().TrimEnd('\n') + "\n", "../../../../docs/reference/cli.md");
    }

    /// <summary>Help names the running program, which is the test here.</summary>
    private static string AppName => Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]);
}
