namespace Daybook.Pdf;

/// <summary>What the content of a page or form refers to by name: fonts, images and forms, patterns, opacities.</summary>
internal sealed class Resources
{
    private readonly SortedDictionary<string, int> fonts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> objects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> patterns = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> states = new(StringComparer.Ordinal);

    /// <summary>Whether the content mixes with what is behind it.</summary>
    public bool HasTransparency { get; set; }

    public void AddFont(string name, int number) => fonts[name] = number;

    public void AddObject(string name, int number) => objects[name] = number;

    public void AddPattern(string name, int number) => patterns[name] = number;

    public void AddState(string name, int number) => states[name] = number;

    public void Write(ByteWriter to)
    {
        to.Raw("/Resources<<"u8);
        Write(to, "/Font<<"u8, fonts);
        Write(to, "/XObject<<"u8, objects);
        Write(to, "/Pattern<<"u8, patterns);
        Write(to, "/ExtGState<<"u8, states);
        to.Raw(">>"u8);
    }

    private static void Write(ByteWriter to, ReadOnlySpan<byte> start, SortedDictionary<string, int> entries)
    {
        if (entries.Count == 0)
            return;
        to.Raw(start);
        foreach (var (name, number) in entries)
            to.Name(name).Reference(number);
        to.Raw(">>"u8);
    }
}
