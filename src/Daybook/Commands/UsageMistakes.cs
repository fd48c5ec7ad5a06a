using System.CommandLine;
using System.CommandLine.Parsing;
using Daybook.Input;

namespace Daybook.Commands;

/// <summary>What is wrong with a command line as such, in sentences.</summary>
internal static class UsageMistakes
{
    public static IEnumerable<string> In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var known = Known(command).ToList();
        var unknown = parsed.UnmatchedTokens;
        foreach (var error in parsed.Errors)
        {
            if (unknown.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)))
                continue;
            // An unknown command is told as such, below.
            if (unknown.Count == 0 || error.SymbolResult is not CommandResult || command.Subcommands.Count == 0)
                yield return InOneLine(error);
        }

        foreach (var (token, index) in unknown.Select((token, index) => (token, index)))
        {
            // What follows an unknown command belongs to it, and what follows an unknown option is its value.
            var belongs = index > 0 && (command.Subcommands.Count > 0 || (IsOption(unknown[index - 1]) && !IsOption(token)));
            if (!belongs)
                yield return $"there is no {(IsOption(token) ? "option" : command.Subcommands.Count > 0 ? "command" : "further argument")} '{token}' here{FieldReader.Near(token, known)}";
        }
    }

    private static bool IsOption(string token) => token.StartsWith('-');

    private static IEnumerable<string> Known(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Concat(command.Subcommands.Select(inner => inner.Name));

    /// <summary>With the name of the option, which the parser leaves out, and without line ends.</summary>
    private static string InOneLine(ParseError error)
    {
        var lines = error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var message = lines.Length > 1 ? $"{lines[0]} {string.Join(", ", lines.Skip(1))}." : lines[0];
        var option = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        return option is null || message.Contains(option.Option.Name, StringComparison.Ordinal) ? message : $"{option.Option.Name}: {message}";
    }
}
