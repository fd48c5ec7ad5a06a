using System.CommandLine;
using Daybook.Composition;
using Daybook.Templates;

namespace Daybook.Commands;

/// <summary><c>daybook validate</c>: every problem of templates, at once.</summary>
internal static class ValidateCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var templates = new Argument<string[]>("TEMPLATE")
        {
            Description = "Template files (YAML or JSON), or ids of built-in templates.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "How problems are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("validate", "Check templates and report every problem with its place and what to do.") { templates, format };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(templates)!, parsed.GetValue(format) == "json"));
        return new CommandExamples(command, ["daybook validate report.yaml", "daybook validate templates/*.yaml --format json"]);
    }

    private static int Run(Terminal terminal, string[] templates, bool asJson)
    {
        var diagnostics = templates.SelectMany(template => TemplateCatalog.Read(template, terminal.Folder).Diagnostics).ToList();
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (asJson)
            DiagnosticPrinter.PrintJson(diagnostics, terminal.Out);
        else
            DiagnosticPrinter.Print(diagnostics, terminal.Out);
        terminal.Talk.WriteLine($"{Plural(templates.Length, "template")}: {Plural(errors, "error")}, {Plural(diagnostics.Count - errors, "warning")}");
        return errors > 0 ? ExitCode.InvalidInput : ExitCode.Ok;
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
