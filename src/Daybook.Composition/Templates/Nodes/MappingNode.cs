using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <param name="Entries">In the order of the file; no key twice.</param>
internal sealed record MappingNode(ImmutableArray<MappingEntry> Entries, SourceLocation Location) : TemplateNode(Location)
{
    public override bool HoldsJinja => Entries.Any(entry => entry.Value.HoldsJinja);

    public MappingEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    public override void WriteTo(Utf8JsonWriter writer, Func<TemplateText, JsonElement>? evaluate)
    {
        writer.WriteStartObject();
        foreach (var entry in Entries)
        {
            writer.WritePropertyName(entry.Key);
            entry.Value.WriteTo(writer, evaluate);
        }

        writer.WriteEndObject();
    }
}
