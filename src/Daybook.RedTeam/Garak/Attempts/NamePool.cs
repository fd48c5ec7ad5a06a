using System.Text;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>Gives every plugin name of a file once, without allocating for a name that was seen before.</summary>
/// <param name="prefixes">Prefixes to leave off, longest first.</param>
internal sealed class NamePool(params string[] prefixes)
{
    private const int LongestOnStack = 256;

    private const string Nameless = "(no name)";

    private readonly Dictionary<string, PluginName> _byRaw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public static NamePool Probes() => new("garak.probes.", "probes.");

    public static NamePool Detectors() => new("garak.detectors.", "detectors.", "detector.");

    /// <param name="reader">On a string or a property name.</param>
    public PluginName Get(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > LongestOnStack)
            return Get(JsonText.Read(ref reader));
        Span<char> text = stackalloc char[LongestOnStack];
        var raw = text[..Encoding.UTF8.GetChars(reader.ValueSpan, text)];
        return _byRaw.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var name) ? name : Get(raw.ToString());
    }

    public PluginName Get(string raw)
    {
        if (_byRaw.TryGetValue(raw, out var known))
            return known;
        var prefix = prefixes.FirstOrDefault(prefix => raw.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var text = raw.Length > prefix.Length ? raw[prefix.Length..] : Nameless;
        if (!_indexes.TryGetValue(text, out var index))
            _indexes.Add(text, index = _indexes.Count);
        return _byRaw[raw] = new PluginName(raw, text, index);
    }
}
