using System.Text.Json;

namespace Daybook.Composition;

internal static class ExportOptionJson
{
    public static void Write(TemplateJson json, ExportFormatOptions options)
    {
        json.Text("page_size", options.PageSize is { } size ? TemplateWords.PageSizes.WordOf(size) : null);
        json.Text("orientation", options.Orientation is { } orientation ? TemplateWords.Orientations.WordOf(orientation) : null);
        json.Text("section_start", options.SectionStart is { } start ? TemplateWords.SectionStarts.WordOf(start) : null);
        json.Flag("include_toc", options.IncludeToc);
        json.Flag("include_charts", options.IncludeCharts);
        json.Flag("include_metadata", options.IncludeMetadata);
        json.Text("watermark", options.Watermark);
        json.Text("classification", options.Classification);
        if (options.Permissions is { } permissions)
            json.List("permissions", permissions, permission => json.Item(TemplateWords.Permissions.WordOf(permission)));
        json.Flag("pdf_a", options.PdfA);
        json.Flag("attach_data", options.AttachData);
        if (options.HasOwnTheme)
            json.Value("theme", JsonElement.Parse(options.Theme!));
        else
            json.Text("theme", options.Theme);
    }
}
