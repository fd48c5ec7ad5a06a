using Daybook.Composition;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Templates;
using Daybook.Themes;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Messages;

/// <summary>How messages look: as the report that they tell of, else as the house.</summary>
internal sealed class MessageTheme(IOptions<DeliveryOptions> options, ServerSettings settings)
{
    private static readonly string[] Looked = ["html", "pdf"];

    private readonly Lazy<Theme> _house = new(() => ThemeCatalog.Read(options.Value.Theme, settings.DataFolder).Theme ?? BuiltInThemes.Daybook);

    /// <param name="report">Null for a notice.</param>
    /// <returns>The theme of the report's HTML, else of its PDF, else the one of the settings, whose logo stands wherever the report's theme has none.</returns>
    public Theme Of(StoredReport? report)
    {
        var asked = report is null || !report.TemplateSnapshot.Text.Contains("\"theme\"", StringComparison.Ordinal) && !report.Inputs.Text.Contains("\"theme\"", StringComparison.Ordinal) ? null : Asked(report);
        return asked is null || ThemeCatalog.Kept(asked).Theme is not { } theme ? _house.Value : theme with { Logo = theme.Logo ?? _house.Value.Logo };
    }

    /// <summary>What was ordered stands over what the template says, as in the files.</summary>
    private static string? Asked(StoredReport report)
    {
        var ordered = ReportInputs.Parse(report.Inputs.Text).Exports;
        var template = TemplateCatalog.ReadText(report.TemplateSnapshot.Text, "template.json").Template;
        return Looked.Select(format => Of(ordered, format) ?? Of(template, format)).FirstOrDefault(name => name is not null);
    }

    private static string? Of(IEnumerable<ExportInput> ordered, string format) =>
        ordered.FirstOrDefault(export => export.Format == format)?.Options.GetValueOrDefault("theme");

    private static string? Of(ReportTemplate? template, string format) =>
        template?.ExportConfig.Options.TryGetValue(format, out var own) is true ? own.Theme : null;
}
