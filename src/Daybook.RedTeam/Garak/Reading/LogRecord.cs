using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>
/// One line of a log, checked to be a JSON object, with the places of the fields that matter. The object is reused for every line: parsing
/// allocates nothing, and only values that are asked for are read.
/// </summary>
internal sealed class LogRecord
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    private readonly FieldSlot[] _slots = new FieldSlot[(int)Field.Count];
    private ReadOnlyMemory<byte> _line;
    private ulong _present;

    /// <summary>The line as it stands in the file.</summary>
    public ReadOnlyMemory<byte> Raw { get; private set; }

    /// <summary>How many <c>NaN</c> and <c>Infinity</c> words the line holds.</summary>
    public int NonFinite { get; private set; }

    public EntryType Type { get; private set; }

    /// <exception cref="JsonException">The line is not JSON; the position in it is in bytes.</exception>
    /// <returns>False when the line is JSON and no object.</returns>
    public bool Parse(ReadOnlyMemory<byte> line)
    {
        Raw = _line = line;
        NonFinite = 0;
        bool isObject;
        try
        {
            isObject = Scan();
        }
        catch (JsonException)
        {
            var repaired = line.ToArray();
            NonFinite = NonFiniteTokens.Replace(repaired);
            if (NonFinite == 0)
                throw;
            _line = repaired;
            isObject = Scan();
        }

        Type = isObject ? Recognise() : EntryType.Unknown;
        return isObject;
    }

    public bool Has(Field field) => (_present & (1UL << (int)field)) != 0;

    /// <summary>Present with a value other than null.</summary>
    public bool HasValue(Field field) => Has(field) && _slots[(int)field].Type != JsonTokenType.Null;

    public FieldSlot Slot(Field field) => _slots[(int)field];

    /// <summary>A reader on the first token of the value; the field must be present.</summary>
    public Utf8JsonReader Open(Field field) => Open(_slots[(int)field]);

    public Utf8JsonReader Open(FieldSlot slot)
    {
        var reader = new Utf8JsonReader(Bytes(slot), Options);
        reader.Read();
        return reader;
    }

    public ReadOnlySpan<byte> Bytes(FieldSlot slot) => _line.Span.Slice(slot.Start, slot.Length);

    public JsonDocument Document(Field field)
    {
        var slot = _slots[(int)field];
        return JsonDocument.Parse(_line.Slice(slot.Start, slot.Length), new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
    }

    /// <summary>Null unless the value is a string that holds something.</summary>
    public string? Text(Field field)
    {
        if (!Has(field) || _slots[(int)field].Type != JsonTokenType.String)
            return null;
        var reader = Open(field);
        var text = JsonText.Read(ref reader);
        return text.Length == 0 ? null : text;
    }

    /// <summary>Null unless the value is a number, or a string that holds one.</summary>
    public double? Number(Field field)
    {
        if (!Has(field))
            return null;
        var reader = Open(field);
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDouble(out var value) && double.IsFinite(value) => value,
            JsonTokenType.String => Number(JsonText.Read(ref reader)),
            _ => null,
        };
    }

    /// <summary>Null unless the value is a whole number.</summary>
    public long? Integer(Field field) =>
        Number(field) is { } value && value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? (long)value : null;

    public bool? Boolean(Field field) => !Has(field) ? null : _slots[(int)field].Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    /// <summary>Reads the keys again, for a message about a line that is not understood.</summary>
    public IEnumerable<string> Keys()
    {
        var keys = new List<string>();
        var reader = new Utf8JsonReader(_line.Span, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            keys.Add(JsonText.Read(ref reader));
            reader.Skip();
        }

        return keys;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static Field? FieldOf(ref Utf8JsonReader reader) =>
        FieldNames.Find(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Read(ref reader)) : reader.ValueSpan);

    private bool Scan()
    {
        _present = 0;
        var reader = new Utf8JsonReader(_line.Span, Options);
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!isObject)
            reader.Skip();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            reader.Read();
            var (start, type) = ((int)reader.TokenStartIndex, reader.TokenType);
            reader.Skip();
            if (field is not { } known)
                continue;
            _slots[(int)known] = new FieldSlot(start, (int)reader.BytesConsumed - start, type);
            _present |= 1UL << (int)known;
        }

        // Reading past the end finds text after the object.
        reader.Read();
        return isObject;
    }

    private EntryType Recognise()
    {
        if (!Has(Field.EntryType))
        {
            var isHit = Has(Field.Probe) && Has(Field.Detector) && (Has(Field.AttemptId) || Has(Field.RunId) || Has(Field.Score));
            return isHit ? EntryType.Hit : EntryType.Unknown;
        }

        if (_slots[(int)Field.EntryType].Type != JsonTokenType.String)
            return EntryType.Unknown;
        var reader = Open(Field.EntryType);
        return reader.ValueTextEquals("attempt"u8) ? EntryType.Attempt
            : reader.ValueTextEquals("eval"u8) ? EntryType.Eval
            : reader.ValueTextEquals("init"u8) ? EntryType.Init
            : reader.ValueTextEquals("start_run setup"u8) ? EntryType.Setup
            : reader.ValueTextEquals("config"u8) || reader.ValueTextEquals("start_run args config"u8) ? EntryType.Config
            : reader.ValueTextEquals("completion"u8) ? EntryType.Completion
            : reader.ValueTextEquals("digest"u8) ? EntryType.Digest
            : reader.ValueTextEquals("plugin_cache"u8) ? EntryType.PluginCache
            : reader.ValueTextEquals("probe_summary"u8) ? EntryType.ProbeSummary
            : reader.ValueTextEquals("payload_init"u8) || reader.ValueTextEquals("tree_data"u8) ? EntryType.Metadata
            : EntryType.Unknown;
    }
}
