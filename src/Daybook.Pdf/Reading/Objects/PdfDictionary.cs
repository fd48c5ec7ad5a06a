namespace Daybook.Pdf.Reading.Objects;

/// <summary>A dictionary whose values are read through references; a value of the wrong kind reads as missing.</summary>
/// <param name="objectNumber">Of the indirect object that is or holds the dictionary; 0 where there is none, as in a content stream or a trailer.</param>
internal sealed class PdfDictionary(Dictionary<string, PdfObject> entries, PdfFile? file, int objectNumber) : PdfObject
{
    public static readonly PdfDictionary Empty = new([], null, 0);

    public int ObjectNumber => objectNumber;

    public IReadOnlyCollection<string> Keys => entries.Keys;

    /// <summary>Null where the key is missing, its value is null, or it refers to nothing.</summary>
    public PdfObject? this[string key] => entries.TryGetValue(key, out var value) ? PdfFile.Resolve(file, value) : null;

    /// <summary>The value as written, which may be a reference.</summary>
    public PdfObject? Raw(string key) => entries.GetValueOrDefault(key);

    public bool Has(string key) => this[key] is not null;

    public string? Name(string key) => (this[key] as PdfName)?.Value;

    public long? Integer(string key) => this[key] switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real when real.Value == Math.Truncate(real.Value) && Math.Abs(real.Value) < 1e15 => (long)real.Value,
        _ => null,
    };

    public double? Number(string key) => AsNumber(this[key]);

    public bool? Boolean(string key) => (this[key] as PdfBoolean)?.Value;

    public string? Text(string key) => (this[key] as PdfString)?.Text;

    public byte[]? Bytes(string key) => (this[key] as PdfString)?.Bytes;

    public PdfArray? Array(string key) => this[key] as PdfArray;

    /// <summary>A dictionary, or that of a stream.</summary>
    public PdfDictionary? Dictionary(string key) => AsDictionary(this[key]);

    public PdfStream? Stream(string key) => this[key] as PdfStream;

    /// <summary>The value itself, or the elements of the array that it is.</summary>
    public IEnumerable<PdfObject> OneOrMany(string key) => this[key] switch
    {
        PdfArray array => array.Resolved.OfType<PdfObject>(),
        { } one => [one],
        null => [],
    };

    public PdfDictionary Replace(Func<PdfObject, PdfObject> replace) =>
        new(entries.ToDictionary(entry => entry.Key, entry => replace(entry.Value), StringComparer.Ordinal), file, objectNumber);

    internal static double? AsNumber(PdfObject? value) => value switch
    {
        PdfInteger integer => integer.Value,
        PdfReal real => real.Value,
        _ => null,
    };

    internal static PdfDictionary? AsDictionary(PdfObject? value) => value switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };
}
