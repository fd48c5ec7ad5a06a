using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Themes;

namespace Daybook.Reports;

/// <summary>A format that is asked for, with the options that were given for it.</summary>
/// <param name="Options">As in <c>export_config</c>, as text.</param>
internal sealed record ExportInput(string Format, ImmutableSortedDictionary<string, string> Options)
{
    /// <summary>Tells exports of one format apart: lower-case hexadecimal.</summary>
    public string OptionsSha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OptionsJson)));

    public string OptionsJson => JsonSerializer.Serialize(Options, ReportsJson.Default.ImmutableSortedDictionaryStringString);

    /// <param name="options">An object of the options of one format, or null.</param>
    /// <param name="field">Where it stands in the request.</param>
    public static ExportInput Read(string format, JsonElement? options, RequestCheck check, string field)
    {
        var exporter = Exporters.Find(format);
        check.Refuse(exporter is null, field, $"'{format}' is no format; the formats are {string.Join(", ", Exporters.All.Select(known => known.Format))}", "unknown_format");
        check.Refuse(options is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }, field, "must be an object");
        var given = options is { ValueKind: JsonValueKind.Object } values
            ? values.EnumerateObject().ToImmutableSortedDictionary(option => option.Name, option => Text(option.Value), StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        check.Refuse(given.ContainsKey("password"), field, "cannot hold a password: it would be kept with the report", "password_not_kept");
        return new ExportInput(exporter?.Format ?? format, given);
    }

    /// <summary>Completed by what the template asks of the format and by the defaults.</summary>
    /// <exception cref="ProblemException">An option is unknown or wrong, or names a theme that the server does not have.</exception>
    public RequestedExport Resolve(ReportTemplate template)
    {
        var given = ExportOptionReader.Read(Format, Options, "options");
        var errors = given.Diagnostics.IsEmpty ? [] : Options.SelectMany(Errors).ToList();
        var asked = template.ExportConfig.Options.TryGetValue(Format, out var own) ? given.Options.Over(own) : given.Options;
        var theme = asked.Theme is { } named ? ThemeCatalog.Kept(named) : new ThemeReadResult(BuiltInThemes.Daybook, []);
        errors.AddRange(theme.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => new FieldError($"{Format}.theme", diagnostic.Message, diagnostic.Code) { Advice = diagnostic.Advice }));
        var options = FormatOptions.Of(Format, asked, theme.Theme ?? BuiltInThemes.Daybook);
        if (options is PdfExportOptions { Conflict: { } conflict })
            errors.Add(new FieldError(Format, conflict, "export_options_conflict"));
        if (errors.Count > 0)
            throw new ProblemException(ProblemType.InvalidRequest, $"The options of {Format} have mistakes.", [.. errors]);
        return new RequestedExport(Exporters.Find(Format)!, options);
    }

    /// <summary>What is wrong with one option, as if it stood in a template; a request has no <c>export_config</c>.</summary>
    private IEnumerable<FieldError> Errors(KeyValuePair<string, string> option) =>
        from diagnostic in ExportOptionReader.Read(Format, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [option]), "options").Diagnostics
        where diagnostic.Severity == DiagnosticSeverity.Error
        let message = diagnostic.Message.Replace($"'{Format}' of 'export_config'", $"'{Format}'", StringComparison.Ordinal)
        select new FieldError($"{Format}.{option.Key}", message, diagnostic.Code) { Advice = diagnostic.Advice };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
