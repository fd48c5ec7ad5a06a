using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Every key the reader knows; the JSON Schema has the same.</summary>
internal static class TemplateKeys
{
    private static readonly ImmutableArray<string> AnyBlock =
        ["id", "type", "order", "title", "icon", "data_sources", "template", "config", "enabled", "condition", "on_error", "on_empty"];

    public static readonly KeySet Template = new("template", ["metadata", "parameters", "datasets", "blocks", "export_config"]);

    public static readonly KeySet Metadata =
        new("metadata", ["id", "name", "version", "title", "subtitle", "author", "description", "created_at", "updated_at", "tags", "permissions"]);

    public static readonly KeySet Parameter = new("parameter", ["type", "required", "default", "options", "min", "max", "pattern", "help"]);

    /// <summary>A dataset has its source's own keys beside these.</summary>
    public static readonly KeySet Dataset = new("dataset", ["source", "at", "where", "select", "order_by", "limit", "previous", "spread"]);

    public static readonly KeySet DataBlock = new("data_block", AnyBlock);

    public static readonly KeySet AnalysisBlock = new("analysis_block", [.. AnyBlock, "data_dependencies"]);

    public static readonly KeySet VisualizationBlock = new("visualization_block", AnyBlock);

    public static readonly KeySet CustomBlock = new("custom_block", AnyBlock);

    public static readonly KeySet CompositeBlock = new("composite_block", AnyBlock);

    public static readonly KeySet DataConfig = new("data_config", ["table"]);

    public static readonly KeySet TableConfig = new("table_config", ["data", "columns", "totals", "caption", "limit"]);

    public static readonly KeySet TableColumn = new("table_column", ["key", "title", "type", "align", "decimals", "currency"]);

    public static readonly KeySet AnalysisConfig = new(
        "analysis_config",
        [
            "prompt_template", "fallback", "model", "temperature", "max_tokens", "context_window", "output_processor", "top_p", "frequency_penalty",
            "presence_penalty", "endpoint", "method", "headers", "api_token", "request_template", "response_path",
        ]);

    public static readonly KeySet VisualizationConfig =
        new("visualization_config", ["chart_type", "data_source", "x", "y", "series", "aggregate", "options"]);

    public static readonly KeySet CustomConfig = new("custom_config", ["script", "output_template"]);

    public static readonly KeySet CompositeConfig = new("composite_config", ["sub_blocks"]);

    public static readonly KeySet ExportConfig = new("export_config", ["formats", "file_name", .. TemplateWords.Formats]);

    public static readonly KeySet PdfOptions = new(
        "pdf_options",
        [
            "page_size", "orientation", "section_start", "include_toc", "include_charts", "include_metadata", "watermark", "classification", "permissions", "pdf_a",
            "attach_data", "theme",
        ]);

    public static readonly KeySet DocxOptions =
        new("docx_options", ["page_size", "include_toc", "include_charts", "include_metadata", "watermark", "classification", "theme"]);

    public static readonly KeySet HtmlOptions = new("html_options", ["include_toc", "include_charts", "include_metadata", "classification", "theme"]);

    public static readonly KeySet JsonOptions = new("json_options", ["include_charts", "classification"]);

    /// <summary>Of every other format.</summary>
    public static readonly KeySet FormatOptions = new("format_options", ["include_charts", "include_metadata", "classification"]);

    public static KeySet OptionsOf(string format) => format switch
    {
        "pdf" => PdfOptions,
        "docx" => DocxOptions,
        "html" => HtmlOptions,
        "json" => JsonOptions,
        _ => FormatOptions,
    };

    /// <summary>The keys of options that do not stand in a template: a password too, which a template, kept and shared as plain text, may not hold.</summary>
    public static KeySet OptionsGivenFor(string format) => format == "pdf" ? PdfOptions with { Keys = [.. PdfOptions.Keys, "password"] } : OptionsOf(format);

    public static ImmutableArray<KeySet> All { get; } =
    [
        Template, Metadata, Parameter, Dataset, DataBlock, AnalysisBlock, VisualizationBlock, CustomBlock, CompositeBlock, DataConfig, TableConfig, TableColumn,
        AnalysisConfig, VisualizationConfig, CustomConfig, CompositeConfig, ExportConfig, PdfOptions, DocxOptions, HtmlOptions, JsonOptions,
        FormatOptions,
    ];
}
