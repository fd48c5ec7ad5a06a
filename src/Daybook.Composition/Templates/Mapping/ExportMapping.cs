using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Daybook.Composition;

internal static class ExportMapping
{
    public static ExportConfig Map(MappingNode? node, MappingContext context)
    {
        if (node is null)
            return ExportConfig.Empty;
        var reading = new ObjectReading(node, "'export_config'", context.Diagnostics);
        reading.RefuseUnknownKeys(TemplateKeys.ExportConfig);
        var options = ImmutableSortedDictionary.CreateBuilder<string, ExportFormatOptions>(StringComparer.Ordinal);
        foreach (var format in TemplateWords.Formats)
        {
            if (reading.Mapping(format) is { } value)
                options[format] = MapOptions(format, value, TemplateKeys.OptionsOf(format), context.Diagnostics);
        }

        return new ExportConfig(MapFormats(reading, context.Diagnostics), options.ToImmutable()) { FileName = MapFileName(reading, context.Diagnostics) };
    }

    private static FileNamePattern? MapFileName(ObjectReading reading, DiagnosticBag diagnostics)
    {
        if (reading.Text("file_name") is not { Text.Length: > 0 } text)
            return null;
        var pattern = FileNamePattern.Parse(text.Text, out var problem);
        if (problem is not null)
        {
            diagnostics.Error(
                DiagnosticCodes.InvalidFileName,
                text.Location,
                $"'file_name' of 'export_config' cannot name files: {problem}",
                $"Write text with any of {string.Join(", ", FileNamePattern.Names.Select(name => $"{{{name}}}"))}; the format gives the ending.");
        }

        return pattern;
    }

    private static ImmutableArray<string> MapFormats(ObjectReading reading, DiagnosticBag diagnostics)
    {
        var formats = ImmutableArray.CreateBuilder<string>();
        foreach (var text in reading.Texts("formats"))
        {
            if (!TemplateWords.Formats.Contains(text.Text))
                reading.UnknownWord(text, "format", DiagnosticCodes.UnknownFormat, TemplateWords.Formats);
            else if (formats.Contains(text.Text))
            {
                diagnostics.Error(
                    DiagnosticCodes.DuplicateName,
                    text.Location,
                    $"the format '{text.Text}' stands twice in 'formats'",
                    "Keep one of the two.");
            }
            else
                formats.Add(text.Text);
        }

        return formats.ToImmutable();
    }

    public static ExportFormatOptions MapOptions(string format, MappingNode node, KeySet keys, DiagnosticBag diagnostics)
    {
        var subject = $"'{format}' of 'export_config'";
        if (node.Find("password") is { } password && format == "pdf" && !keys.Keys.Contains("password"))
        {
            diagnostics.Error(DiagnosticCodes.UnknownKey, password.Location, $"{subject} cannot hold a password", "A template is kept and shared as plain text; give the password when the report is made.");
            node = node with { Entries = node.Entries.Remove(password) };
        }

        var reading = new ObjectReading(node, subject, diagnostics);
        reading.RefuseUnknownKeys(keys);
        return new ExportFormatOptions
        {
            PageSize = reading.Word("page_size", TemplateWords.PageSizes),
            Orientation = reading.Word("orientation", TemplateWords.Orientations),
            SectionStart = reading.Word("section_start", TemplateWords.SectionStarts),
            IncludeToc = reading.Boolean("include_toc"),
            IncludeCharts = reading.Boolean("include_charts"),
            IncludeMetadata = reading.Boolean("include_metadata"),
            Watermark = reading.Line("watermark"),
            Classification = reading.Line("classification"),
            Password = reading.Line("password"),
            Permissions = Permissions(reading),
            PdfA = reading.Boolean("pdf_a"),
            AttachData = reading.Boolean("attach_data"),
            Theme = Theme(reading),
        };
    }

    /// <summary>A theme that is written out stands as its JSON.</summary>
    private static string? Theme(ObjectReading reading)
    {
        if (reading.Node("theme") is not MappingNode written)
            return reading.Line("theme");
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            written.WriteTo(writer, null);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static ImmutableArray<ReaderPermission>? Permissions(ObjectReading reading)
    {
        if (reading.Node("permissions") is null)
            return null;
        var permissions = ImmutableArray.CreateBuilder<ReaderPermission>();
        foreach (var text in reading.Texts("permissions"))
        {
            if (TemplateWords.Permissions.Find(text.Text) is { } permission)
                permissions.Add(permission);
            else
                reading.UnknownWord(text, TemplateWords.Permissions.Noun, TemplateWords.Permissions.Code, TemplateWords.Permissions.Words);
        }

        return permissions.ToImmutable();
    }
}
