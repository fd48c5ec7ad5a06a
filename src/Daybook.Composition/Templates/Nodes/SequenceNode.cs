using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

internal sealed record SequenceNode(ImmutableArray<TemplateNode> Items, SourceLocation Location) : TemplateNode(Location)
{
    public override bool HoldsJinja => Items.Any(item => item.HoldsJinja);

    public override void WriteTo(Utf8JsonWriter writer, Func<TemplateText, JsonElement>? evaluate)
    {
        writer.WriteStartArray();
        foreach (var item in Items)
            item.WriteTo(writer, evaluate);
        writer.WriteEndArray();
    }
}
