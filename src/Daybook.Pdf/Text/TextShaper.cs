using System.Buffers;

namespace Daybook.Pdf;

/// <summary>
/// Measures text and breaks it into lines. It remembers the words it has shaped: make one for each export. Not for several threads.
/// </summary>
public sealed class TextShaper : IDisposable
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly WordShaper words;
    private readonly SpanText source = new();
    private readonly AtomList atoms = new();
    private readonly List<Segment> segments = [];
    private readonly SegmentReader reader;
    private readonly LineFiller filler;

    public TextShaper(FontCatalog catalog)
    {
        Catalog = catalog;
        words = new(catalog);
        reader = new(source, words, atoms);
        filler = new(source, words, atoms, reader);
    }

    public FontCatalog Catalog { get; }

    /// <summary>Characters that no font has, drawn as a box so far.</summary>
    public IReadOnlyCollection<MissingCharacter> Missing => words.Missing;

    public void Dispose() => words.Dispose();

    /// <summary>The width of the text on one line, in points; of its widest line where it has line ends.</summary>
    public double Measure(string text, TextStyle style) => Extent(text, style).Width;

    /// <summary>The width of the text on one line, as <see cref="Measure"/> gives it, and that of its longest word.</summary>
    public TextExtent Extent(string text, TextStyle style)
    {
        // A plain word has no place to break and no second direction.
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            var only = text.Length == 0 ? 0 : words.Shape(text, style, false).WidthIn(style);
            return new(only, only);
        }

        source.Set([new(text, style, default)]);
        var (widest, longest) = (0.0, 0.0);
        for (var start = 0; source.NextParagraph(start, out var end, out var next); start = next)
        {
            var width = 0.0;
            foreach (var segment in Read(start, end))
            {
                width += segment.Width + segment.SpaceWidth;
                longest = Math.Max(longest, segment.Width);
            }

            widest = Math.Max(widest, width);
        }

        return new(widest, longest);
    }

    /// <summary>
    /// Breaks text into lines no wider than <paramref name="width"/> points, where Unicode allows it, and within a word only where the word
    /// alone is wider than the line.
    /// </summary>
    public TextBlock Lay(IReadOnlyList<TextSpan> spans, double width, TextLayoutOptions options)
    {
        source.Set(spans);
        return filler.Fill(width, options);
    }

    private List<Segment> Read(int start, int end)
    {
        atoms.Clear();
        segments.Clear();
        reader.Read(start, end, null, segments, out _);
        return segments;
    }
}
