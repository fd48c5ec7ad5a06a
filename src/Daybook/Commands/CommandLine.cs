using System.CommandLine;
using System.CommandLine.Help;
using Daybook.Commands.Schedules;
using Daybook.Composition;

namespace Daybook.Commands;

/// <summary>The command <c>daybook</c>: parses, runs, and turns every error into a sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        // An argument that starts with @ is a file for the option it belongs to, not more of the command line.
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in UsageMistakes.In(parsed))
                await terminal.Talk.WriteLineAsync("error: " + mistake).ConfigureAwait(false);
            await terminal.Talk.WriteLineAsync($"See '{CommandPath(parsed.CommandResult.Command)} --help'.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Talk, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailure failure)
        {
            await terminal.Talk.WriteLineAsync("error: " + failure.Message).ConfigureAwait(false);
            return failure.ExitCode;
        }
        catch (DataSourceException error)
        {
            await terminal.Talk.WriteLineAsync($"error: {error.Message} [{error.Code}]").ConfigureAwait(false);
            return ExitCode.DataError;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await terminal.Talk.WriteLineAsync("error: " + error.Message).ConfigureAwait(false);
            return ExitCode.DataError;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Talk.WriteLineAsync("stopped").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The outermost edge of the program: a person never sees a stack trace unless asked for.
        catch (Exception defect)
        {
            var detail = Environment.GetEnvironmentVariable("DAYBOOK_TRACE") == "1" ? defect.ToString() : defect.Message;
            await terminal.Talk.WriteLineAsync($"internal error: {detail}\nThis is a defect of daybook; DAYBOOK_TRACE=1 prints where it happened.")
                .ConfigureAwait(false);
            return ExitCode.Internal;
        }
#pragma warning restore CA1031
    }

    internal static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Daybook makes close-of-business reports from templates and data.");
        CommandExamples[] commands =
        [
            DemoCommand.Create(terminal), RenderCommand.Create(terminal), ValidateCommand.Create(terminal),
            InspectCommand.Create(terminal), FormatsCommand.Create(terminal), PdfCommand.Create(terminal), ServeCommand.Create(terminal),
            HealthCommand.Create(terminal), DbCommand.Create(terminal), ChannelCommand.Create(terminal), AuditCommand.Create(terminal), ReplayCommand.Create(terminal), DiffCommand.Create(terminal), ArchiveCommand.Create(terminal), ScheduleCommand.Create(terminal), BurstCommand.Create(terminal),
        ];
        foreach (var command in commands)
            root.Add(command.Command);
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction standard } help)
            help.Action = new HelpWithExamples(standard, [new CommandExamples(root, ["daybook demo", "daybook render --help"]), .. commands]);
        return root;
    }

    private static string CommandPath(Command command) => command is RootCommand ? "daybook" : command.Parents.OfType<Command>().Select(CommandPath).First() + " " + command.Name;
}
