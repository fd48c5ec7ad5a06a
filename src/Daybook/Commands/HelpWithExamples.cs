using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Daybook.Commands;

/// <summary>The standard help, followed by examples and, for the program itself, the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction standard, IReadOnlyList<CommandExamples> commands) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (commands.FirstOrDefault(c => c.Command == command) is { } known)
        {
            output.WriteLine("Examples:");
            foreach (var example in known.Examples)
                output.WriteLine("  " + example);
            output.WriteLine();
        }

        if (command is RootCommand)
        {
            output.WriteLine("Exit codes:");
            output.WriteLine("  0 done; 1 the report has failed blocks; 2 wrong command line; 3 wrong template, parameter or PDF file;");
            output.WriteLine("  4 data or files cannot be read or written; 70 defect of the program; 130 stopped by Ctrl+C");
            output.WriteLine();
        }

        return result;
    }
}
