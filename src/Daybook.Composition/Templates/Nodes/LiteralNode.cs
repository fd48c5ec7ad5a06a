using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A text that is never Jinja, whatever it holds: it comes from a person at a command line, not from a template.</summary>
internal sealed record LiteralNode(string Text, SourceLocation Location) : TemplateNode(Location)
{
    public override bool HoldsJinja => false;

    public override void WriteTo(Utf8JsonWriter writer, Func<TemplateText, JsonElement>? evaluate) => writer.WriteStringValue(Text);
}
