using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Reads what a person typed as a value of the parameter's type; what cannot be read stays a text, which the check then refuses.</summary>
internal static class TypedText
{
    public static JsonElement Read(ParameterDefinition definition, string text) => definition.Type switch
    {
        ParameterType.Text or ParameterType.Code => JsonValues.Text(text),
        ParameterType.Date => JsonValues.Text(text.Trim()),
        ParameterType.Number => Number(text),
        ParameterType.Boolean => Boolean(text),
        ParameterType.Select => Option(definition, text) ?? JsonValues.Text(text),
        ParameterType.Multiselect => List(definition, text),
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Type, null),
    };

    /// <summary>The texts of a list as the options they stand for.</summary>
    public static JsonElement ReadItems(ParameterDefinition definition, JsonElement list) =>
        JsonValues.List(list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? Option(definition, item.GetString()!) ?? item : item));

    private static JsonElement Number(string text)
    {
        var (kind, json) = YamlScalar.Resolve(text.Trim());
        return kind == ScalarKind.Number && !YamlScalar.IsAmbiguous(text.Trim()) ? JsonValues.Number(json) : JsonValues.Text(text);
    }

    private static JsonElement Boolean(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" => JsonValues.True,
        "false" or "no" => JsonValues.False,
        _ => JsonValues.Text(text),
    };

    private static JsonElement List(ParameterDefinition definition, string text)
    {
        if (Option(definition, text) is { } whole)
            return JsonValues.List([whole]);
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return JsonValues.List(words.Select(word => Option(definition, word) ?? JsonValues.Text(word)));
    }

    private static JsonElement? Option(ParameterDefinition definition, string text)
    {
        foreach (var option in definition.Options)
        {
            if (ParameterWords.Typed(option) == text.Trim())
                return option;
        }

        return null;
    }
}
