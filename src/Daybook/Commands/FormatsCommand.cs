using System.CommandLine;
using Daybook.Export;
using Spectre.Console;

namespace Daybook.Commands;

/// <summary><c>daybook formats</c>: what a report can be exported as.</summary>
internal static class FormatsCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var command = new Command("formats", "List the formats a report can be exported as.");
        command.SetAction(_ => Run(terminal));
        return new CommandExamples(command, ["daybook formats"]);
    }

    private static int Run(Terminal terminal)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("Format", "File", "Media type");
        foreach (var exporter in Exporters.All)
            table.AddRow(exporter.Format, exporter.FileExtension, exporter.MediaType);
        terminal.ConsoleOf(terminal.Out).Write(table);
        return ExitCode.Ok;
    }
}
