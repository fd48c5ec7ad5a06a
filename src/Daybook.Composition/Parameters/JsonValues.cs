using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Makes JSON values.</summary>
internal static class JsonValues
{
    public static readonly JsonElement Null = JsonElement.Parse("null");
    public static readonly JsonElement True = JsonElement.Parse("true");
    public static readonly JsonElement False = JsonElement.Parse("false");

    public static JsonElement Text(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    /// <param name="text">As JSON writes it.</param>
    public static JsonElement Number(string text) => JsonElement.Parse(text);

    public static JsonElement List(IEnumerable<JsonElement> items) => JsonElement.Parse($"[{string.Join(',', items.Select(item => item.GetRawText()))}]");
}
