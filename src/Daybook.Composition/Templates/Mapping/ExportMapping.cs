using System.Collections.Immutable;

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
                options[format] = MapOptions(format, value, context.Diagnostics);
        }

        return new ExportConfig(MapFormats(reading, context.Diagnostics), options.ToImmutable());
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

    private static ExportFormatOptions MapOptions(string format, MappingNode node, DiagnosticBag diagnostics)
    {
        var reading = new ObjectReading(node, $"'{format}' of 'export_config'", diagnostics);
        reading.RefuseUnknownKeys(TemplateKeys.OptionsOf(format));
        return new ExportFormatOptions
        {
            PageSize = reading.Word("page_size", TemplateWords.PageSizes),
            IncludeToc = reading.Boolean("include_toc"),
            IncludeCharts = reading.Boolean("include_charts"),
            IncludeMetadata = reading.Boolean("include_metadata"),
            Watermark = reading.Line("watermark"),
            Classification = reading.Line("classification"),
        };
    }
}
