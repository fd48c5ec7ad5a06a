using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A value that somebody gives to a parameter.</summary>
/// <param name="IsTyped">True for the text of a command line or a form, which is read as the parameter's type; false for JSON, which must have that type.</param>
public sealed record SuppliedParameter(string Name, JsonElement Value, bool IsTyped)
{
    /// <summary>As typed by a person: <c>3.5</c>, <c>true</c>, <c>2026-05-04</c>, <c>dan,encoding</c>.</summary>
    public static SuppliedParameter FromText(string name, string text) => new(name, JsonValues.Text(text), IsTyped: true);

    public static SuppliedParameter FromJson(string name, JsonElement value) => new(name, value, IsTyped: false);
}
