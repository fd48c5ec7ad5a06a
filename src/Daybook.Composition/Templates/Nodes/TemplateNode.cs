using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>One value of a template's file, with its place, before it is known what it means. Made alike from JSON and from YAML.</summary>
internal abstract record TemplateNode(SourceLocation Location)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 256 };

    /// <param name="evaluate">Replaces texts that hold Jinja; null keeps them as written.</param>
    public JsonElement ToJson(Func<TemplateText, JsonElement>? evaluate)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            WriteTo(writer, evaluate);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, DocumentOptions);
        return document.RootElement.Clone();
    }

    /// <summary>True when it or a value in it is a text with Jinja.</summary>
    public abstract bool HoldsJinja { get; }

    public abstract void WriteTo(Utf8JsonWriter writer, Func<TemplateText, JsonElement>? evaluate);
}
