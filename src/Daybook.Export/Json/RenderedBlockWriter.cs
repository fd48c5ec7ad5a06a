using System.Globalization;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>
/// Blocks in the shape the guide gives them. A larger value of data that stood in an earlier block is written there alone; later it is
/// <c>{"$ref": "#/blocks/0/data/…"}</c>, a JSON pointer to it.
/// </summary>
internal sealed class RenderedBlockWriter(ExportOptions options, Utf8JsonWriter writer)
{
    /// <summary>From this many characters a value is written once.</summary>
    private const int LargeValue = 1000;

    private readonly Dictionary<(string Path, string Value), string> _written = [];

    /// <param name="pointer">Where the block stands, as a JSON pointer.</param>
    public void Write(Section section, string pointer)
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

        Body(section, pointer);
        writer.WriteStartArray("sources");
        foreach (var source in section.Sources)
            writer.WriteStringValue(source);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void Body(Section section, string pointer)
    {
        switch (section.Kind)
        {
            case SectionKind.Data or SectionKind.Custom:
                Content(section);
                Data(section, pointer);
                break;
            case SectionKind.Analysis:
                Content(section);
                writer.WriteStartObject("metadata");
                writer.WriteString("model", section.AnalysisModel);
                if (section.TokensUsed is { } tokens)
                    writer.WriteNumber("tokens_used", tokens);
                if (section.AnalysisAt is { } at)
                    writer.WriteString("answered_at", at);
                writer.WriteBoolean("written_by_ai", section.AnalysisModel is not null);
                writer.WriteEndObject();
                break;
            case SectionKind.Visualization:
                if (section.Blocks.OfType<Chart>().FirstOrDefault() is { } chart)
                    ChartConfigWriter.Write(chart, writer);
                else
                    Content(section);
                writer.WriteString("render_type", "chart");
                break;
            case SectionKind.Composite:
                writer.WriteStartArray("sub_blocks");
                foreach (var (index, inner) in section.Blocks.OfType<Section>().Index())
                    Write(inner, string.Create(CultureInfo.InvariantCulture, $"{pointer}/sub_blocks/{index}"));
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section.Kind, null);
        }
    }

    private void Content(Section section) =>
        writer.WriteString("content", MarkdownBlocks.Of(section.Blocks, options).TrimEnd('\n'));

    private void Data(Section section, string pointer)
    {
        if (section.Data is not { } data)
            return;
        using var json = JsonDocument.Parse(data);
        writer.WriteStartObject("data");
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            writer.WritePropertyName(entry.Name);
            var value = entry.Value.GetRawText();
            if (_written.TryGetValue((entry.Name, value), out var first))
            {
                writer.WriteStartObject();
                writer.WriteString("$ref", first);
                writer.WriteEndObject();
                continue;
            }

            if (value.Length >= LargeValue)
                _written[(entry.Name, value)] = $"#{pointer}/data/{Escaped(entry.Name)}";
            writer.WriteRawValue(value);
        }

        writer.WriteEndObject();
    }

    /// <summary>RFC 6901.</summary>
    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Lower(SectionKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
