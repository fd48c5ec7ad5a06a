using System.Text.Json;

namespace Daybook.Composition;

/// <param name="Text">A boolean and a number as JSON writes them, with every digit; null as <c>null</c>.</param>
/// <param name="Plain">What stands in a YAML file without quotes, where <c>1.10</c> may be meant as a text; null for every other value.</param>
internal sealed record ScalarNode(ScalarKind Kind, TemplateText Text, string? Plain = null) : TemplateNode(Text.Location)
{
    public string Value => Text.Text;

    public override bool HoldsJinja => Kind == ScalarKind.Text && JinjaMarks.In(Value);

    /// <summary>The value where a text is wanted; null when it is not one.</summary>
    public TemplateText? AsText() => Kind switch
    {
        ScalarKind.Text => Text,
        ScalarKind.Number or ScalarKind.Boolean when Plain is not null => Text with { Text = Plain },
        _ => null,
    };

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
