namespace Daybook.Composition;

/// <summary>Turns offsets of a file's text into lines and columns.</summary>
internal sealed class LineMap
{
    private readonly List<int> starts = [0];
    private readonly string file;

    public LineMap(string file, string text)
    {
        this.file = file;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
    }

    /// <param name="offset">In UTF-16 units from the start of the file.</param>
    public SourceLocation PlaceOf(int offset)
    {
        var index = starts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        return new SourceLocation(file, index + 1, offset - starts[index] + 1);
    }

    /// <param name="line">From 1.</param>
    public int StartOf(int line) => starts[Math.Clamp(line, 1, starts.Count) - 1];
}
