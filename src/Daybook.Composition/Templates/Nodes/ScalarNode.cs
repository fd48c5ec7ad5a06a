using System.Text.Json;

namespace Daybook.Composition;

/// <param name="Text">A boolean and a number as JSON writes them, with every digit; null as <c>null</c>.</param>
internal sealed record ScalarNode(ScalarKind Kind, TemplateText Text) : TemplateNode(Text.Location)
{
    public string Value => Text.Text;

    public bool HoldsJinja => Kind == ScalarKind.Text && JinjaMarks.In(Value);

    public override void WriteTo(Utf8JsonWriter writer, Func<TemplateText, JsonElement>? evaluate)
    {
        if (Kind != ScalarKind.Text)
            writer.WriteRawValue(Value);
        else if (evaluate is not null && HoldsJinja)
            evaluate(Text).WriteTo(writer);
        else
            writer.WriteStringValue(Value);
    }
}
