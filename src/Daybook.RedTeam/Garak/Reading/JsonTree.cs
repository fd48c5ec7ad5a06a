using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>A JSON value of a record that is read whole; asking it for what it is not gives null or nothing, never an error.</summary>
internal readonly record struct JsonTree
{
    private readonly object? _value;

    private JsonTree(object? value) => _value = value;

    public bool IsNull => _value is null;

    public string? Text => _value as string;

    public double? Number => _value as double?;

    public bool? Boolean => _value as bool?;

    public IReadOnlyList<JsonTree> Items => _value as List<JsonTree> ?? [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonTree>> Members => (_value as Branch)?.Members ?? [];

    public JsonTree this[string key] => (_value as Branch)?.Find(key) ?? default;

    /// <param name="reader">On the first token of the value; left on its last.</param>
    public static JsonTree Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var branch = new Branch();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = JsonText.Read(ref reader);
                    reader.Read();
                    branch.Set(key, Read(ref reader));
                }

                return new JsonTree(branch);
            case JsonTokenType.StartArray:
                var items = new List<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader));
                return new JsonTree(items);
            case JsonTokenType.String:
                return new JsonTree(JsonText.Read(ref reader));
            case JsonTokenType.Number:
                return new JsonTree(reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null);
            case JsonTokenType.True:
                return new JsonTree(true);
            case JsonTokenType.False:
                return new JsonTree(false);
            default:
                return default;
        }
    }

    private sealed class Branch
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<KeyValuePair<string, JsonTree>> Members { get; } = [];

        /// <summary>Of a key that is written twice the last value counts, as in Python.</summary>
        public void Set(string key, JsonTree value)
        {
            if (_places.TryAdd(key, Members.Count))
                Members.Add(new(key, value));
            else
                Members[_places[key]] = new(key, value);
        }

        public JsonTree? Find(string key) => _places.TryGetValue(key, out var place) ? Members[place].Value : null;
    }
}
