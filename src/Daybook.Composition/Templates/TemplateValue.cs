using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A value written into a template, such as a setting of a dataset: any JSON, whose texts may hold Jinja.</summary>
public sealed class TemplateValue
{
    private readonly TemplateNode node;

    internal TemplateValue(TemplateNode node) => this.node = node;

    /// <summary>A text that stands in for one of the template's own, and is taken as it is.</summary>
    public static TemplateValue Literal(string text, SourceLocation location) => new(new LiteralNode(text, location));

    /// <summary>The value as written, its Jinja unresolved; numbers keep every digit.</summary>
    public JsonElement Json => field.ValueKind == JsonValueKind.Undefined ? field = node.ToJson(null) : field;

    public SourceLocation Location => node.Location;

    public bool HoldsJinja => node.HoldsJinja;

    /// <summary>The value with each text that holds Jinja (<c>{{</c>, <c>{%</c> or <c>{#</c>) replaced by what <paramref name="evaluate"/> makes of it.</summary>
    public JsonElement Resolve(Func<TemplateText, JsonElement> evaluate) => node.ToJson(evaluate);
}
