using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Shows values of parameters in messages.</summary>
internal static class ParameterWords
{
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NodeWords.Quote(value.GetString()!),
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "empty",
        _ => value.GetRawText(),
    };

    /// <summary>At most ten of the options, as a person would type them.</summary>
    public static string List(IReadOnlyCollection<JsonElement> options)
    {
        var shown = options.Take(10).Select(Typed);
        return string.Join(", ", shown) + (options.Count > 10 ? $" and {options.Count - 10} more" : "");
    }

    public static string Typed(JsonElement option) => option.ValueKind == JsonValueKind.String ? option.GetString()! : option.GetRawText();
}
