using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>One block in the shape the guide gives it.</summary>
internal static class RenderedBlockWriter
{
    public static void Write(Section section, ExportOptions options, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", section.Id);
        writer.WriteString("type", Lower(section.Kind));
        writer.WriteString("title", section.Title);
        writer.WriteString("status", section.Status switch
        {
            SectionStatus.Ok => "ok",
            SectionStatus.Failed => "failed",
            SectionStatus.Empty => "empty",
            _ => throw new ArgumentOutOfRangeException(nameof(section), section.Status, null),
        });
        if (section.Reason is { } reason)
        {
            writer.WriteStartObject(section.Status == SectionStatus.Failed ? "error" : "reason");
            writer.WriteString("code", section.ReasonCode);
            writer.WriteString("message", reason);
            writer.WriteEndObject();
        }

        Body(section, options, writer);
        writer.WriteStartArray("sources");
        foreach (var source in section.Sources)
            writer.WriteStringValue(source);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Body(Section section, ExportOptions options, Utf8JsonWriter writer)
    {
        switch (section.Kind)
        {
            case SectionKind.Data or SectionKind.Custom:
                Content(section, options, writer);
                Data(section, writer);
                break;
            case SectionKind.Analysis:
                Content(section, options, writer);
                writer.WriteStartObject("metadata");
                writer.WriteString("model", section.AnalysisModel);
                if (section.TokensUsed is { } tokens)
                    writer.WriteNumber("tokens_used", tokens);
                writer.WriteEndObject();
                break;
            case SectionKind.Visualization:
                if (section.Blocks.OfType<Chart>().FirstOrDefault() is { } chart)
                    ChartConfigWriter.Write(chart, writer);
                else
                    Content(section, options, writer);
                writer.WriteString("render_type", "chart");
                break;
            case SectionKind.Composite:
                writer.WriteStartArray("sub_blocks");
                foreach (var inner in section.Blocks.OfType<Section>())
                    Write(inner, options, writer);
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section.Kind, null);
        }
    }

    private static void Content(Section section, ExportOptions options, Utf8JsonWriter writer) =>
        writer.WriteString("content", MarkdownBlocks.Of(section.Blocks, options).TrimEnd('\n'));

    private static void Data(Section section, Utf8JsonWriter writer)
    {
        if (section.Data is not { } data)
            return;
        writer.WritePropertyName("data");
        writer.WriteRawValue(data);
    }

    private static string Lower(SectionKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
