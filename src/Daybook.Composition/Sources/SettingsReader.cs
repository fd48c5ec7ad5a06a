using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Reads the keys of one dataset and collects everything wrong with them.</summary>
public sealed class SettingsReader(ImmutableDictionary<string, JsonElement> settings, List<Diagnostic> problems)
{
    public void Add(string code, string message) => problems.Add(new Diagnostic(DiagnosticSeverity.Error, code, message));

    public void AllowOnly(IReadOnlyCollection<string> keys)
    {
        foreach (var key in settings.Keys.Order(StringComparer.Ordinal).Where(key => !keys.Contains(key)))
            Add(SourceCodes.UnknownSetting, $"unknown key '{key}'{NearMatch.End(key, keys)} Known are {string.Join(", ", keys)}.");
    }

    public JsonElement? Value(string key) => settings.TryGetValue(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string key)
    {
        if (Value(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Add(SourceCodes.BadSetting, $"{key} must be a text, not {value.GetRawText()}");
        return null;
    }

    /// <summary>One text or a list of them; empty when the key is missing.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        if (Value(key) is not { ValueKind: JsonValueKind.Array } list)
            return Text(key) is { } one ? [one] : [];
        if (list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            Add(SourceCodes.BadSetting, $"{key} must be a list of texts");
        return [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    public bool Boolean(string key, bool fallback)
    {
        if (Value(key) is not { } value)
            return fallback;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Add(SourceCodes.BadSetting, $"{key} must be true or false, not {value.GetRawText()}");
        return fallback;
    }

    public int Integer(string key, int fallback, int minimum, int maximum)
    {
        if (Value(key) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= minimum && number <= maximum)
            return number;
        Add(SourceCodes.BadSetting, string.Create(CultureInfo.InvariantCulture, $"{key} must be a whole number from {minimum} to {maximum}, not {value.GetRawText()}"));
        return fallback;
    }

    public IEnumerable<(string Key, string Value)> TextMap(string key)
    {
        if (Value(key) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(entry => entry.Value.ValueKind == JsonValueKind.String))
            return value.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!));
        Add(SourceCodes.BadSetting, $"{key} must be a map of names to texts");
        return [];
    }
}
