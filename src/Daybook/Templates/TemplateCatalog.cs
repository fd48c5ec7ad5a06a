using Daybook.Commands;
using Daybook.Composition;
using Daybook.RedTeam;

namespace Daybook.Templates;

/// <summary>Finds a template by the id of a built-in one or by its file.</summary>
internal static class TemplateCatalog
{
    private static readonly TemplateReader Reader = new(new TemplateReaderOptions
    {
        Jinja = ReportLanguage.Default,
        SourceKinds = Sources.SourceCatalog.Kinds,
    });

    /// <summary>Checks settings only, so it may read no folder and is asked about no particular day.</summary>
    private static readonly DatasetCollector Collector = new(Sources.SourceCatalog.Of([]), new CollectorOptions());

    private static readonly ReportPeriod AnyPeriod = new(DateOnly.FromDateTime(DateTime.UnixEpoch), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), "UTC", []);

    /// <summary>The template with everything wrong in it, the settings of its datasets included.</summary>
    /// <exception cref="CommandFailure">There is neither such a file nor such a built-in template.</exception>
    public static TemplateReadResult Read(string idOrPath, string folder)
    {
        var path = Path.Combine(folder, idOrPath);
        if (File.Exists(path))
            return Checked(Reader.ReadFile(path));
        if (BuiltInTemplates.Find(idOrPath) is { } builtIn)
            return Checked(Reader.Read(builtIn.Text, builtIn.FileName));
        var known = string.Join(", ", BuiltInTemplates.All.Select(template => template.Id));
        throw new CommandFailure(ExitCode.DataError, $"there is no file '{idOrPath}' and no built-in template of that name; built in: {known}");
    }

    /// <summary>A template that is not in a file, with everything wrong in it.</summary>
    /// <param name="name">Names it in messages; an ending <c>.yaml</c> or <c>.json</c> says how it is written.</param>
    public static TemplateReadResult ReadText(string text, string name) => Checked(Reader.Read(text, name));

    /// <summary>Settings that depend on parameters are checked when the report is made.</summary>
    private static TemplateReadResult Checked(TemplateReadResult read)
    {
        if (read.Template is null)
            return read;
        var known = read.Template.Datasets.Where(dataset => !dataset.Settings.Values.Any(setting => setting.HoldsJinja));
        var problems = Collector.Check(read.Template with { Datasets = [.. known] }, AnyPeriod);
        return problems.Any(problem => problem.Severity == DiagnosticSeverity.Error)
            ? new TemplateReadResult(null, [.. read.Diagnostics, .. problems])
            : read with { Diagnostics = [.. read.Diagnostics, .. problems] };
    }

    /// <summary>The folder of a template's file, from which its paths and includes start; null for a built-in template.</summary>
    public static string? FileFolderOf(string idOrPath, string folder)
    {
        var path = Path.Combine(folder, idOrPath);
        return File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
    }
}
