using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Export;
using Daybook.Reports;
using Daybook.Themes;

namespace Daybook.Commands;

/// <summary>Decides which formats a report is made in and with which options: those of the command line over those of the template.</summary>
internal sealed class ExportChoice(ReportJob job, Terminal terminal)
{
    private readonly Dictionary<(string Name, string Folder), ThemeReadResult> _themes = [];

    private bool _failed;

    /// <returns>The exports, or null when an option or a theme is wrong; the problems were printed.</returns>
    public ImmutableArray<RequestedExport>? Of(ReportTemplate template)
    {
        var exporters = job.Formats.IsEmpty ? Asked(template.ExportConfig) : job.Formats;
        foreach (var unused in job.Options.Where(given => exporters.All(exporter => exporter.Format != given.Format)))
            terminal.Talk.WriteLine($"warning: --option {unused.Format}.{unused.Key} is not used: the report is not made as {unused.Format}. [{CommandCodes.UnusedOption}]");
        var exports = exporters.Select(exporter => new RequestedExport(exporter, Options(exporter, template.ExportConfig))).ToImmutableArray();
        return _failed ? null : exports;
    }

    /// <summary>A format the template asks for and this program does not make is said, never left out silently.</summary>
    private ImmutableArray<IDocumentExporter> Asked(ExportConfig config)
    {
        foreach (var format in config.Formats.Where(format => Exporters.Find(format) is null))
            terminal.Talk.WriteLine($"warning: the template asks for the format '{format}', which cannot be made yet; 'daybook formats' lists what can. [{CommandCodes.FormatNotMade}]");
        var asked = config.Formats.Select(Exporters.Find).OfType<IDocumentExporter>().ToImmutableArray();
        return asked.IsEmpty ? Exporters.All : asked;
    }

    private ExportOptions Options(IDocumentExporter exporter, ExportConfig config)
    {
        var given = ExportOptionReader.Read(
            exporter.Format, job.Options.Where(option => option.Format == exporter.Format).Select(option => KeyValuePair.Create(option.Key, option.Value)), "--option");
        Report(given.Diagnostics);
        var asked = config.Options.TryGetValue(exporter.Format, out var template) ? given.Options.Over(template) : given.Options;
        var folder = given.Options.Theme is null ? Templates.TemplateCatalog.FileFolderOf(job.Template, terminal.Folder) ?? terminal.Folder : terminal.Folder;
        var theme = job.Theme is { } chosen ? Theme(chosen, terminal.Folder) : asked.Theme is { } named ? Theme(named, folder) : BuiltInThemes.Daybook;
        var options = FormatOptions.Of(exporter.Format, asked, theme);
        if (options is PdfExportOptions { Conflict: { } conflict })
            Report([new Diagnostic(DiagnosticSeverity.Error, CommandCodes.OptionsConflict, $"{exporter.Format}: {conflict}")]);
        return options;
    }

    private Theme Theme(string name, string folder)
    {
        if (!_themes.TryGetValue((name, folder), out var read))
        {
            _themes[(name, folder)] = read = ThemeCatalog.Read(name, folder);
            Report(read.Diagnostics);
        }

        return read.Theme ?? BuiltInThemes.Daybook;
    }

    private void Report(ImmutableArray<Diagnostic> diagnostics)
    {
        DiagnosticPrinter.Print(diagnostics, terminal.Talk);
        _failed |= diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
