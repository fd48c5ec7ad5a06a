using System.Buffers;

namespace Daybook.Pdf;

/// <summary>
/// Measures text and breaks it into lines. It remembers the words it has shaped: make one for each export. Not for several threads.
/// </summary>
public sealed class TextShaper(FontCatalog catalog) : IDisposable
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly WordShaper words = new(catalog);
    private readonly AtomList atoms = new();

    public FontCatalog Catalog => catalog;

    /// <summary>Characters that no font has, drawn as a box so far.</summary>
    public IReadOnlyCollection<MissingCharacter> Missing => words.Missing;

    public void Dispose() => words.Dispose();

    /// <summary>The width of the text on one line, in points.</summary>
    public double Measure(string text, TextStyle style)
    {
        // A plain word has no place to break and no second direction.
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
            return text.Length == 0 ? 0 : words.Shape(text, style, false).WidthIn(style);
        var width = 0.0;
        foreach (var line in Segments(text, style))
            width = Math.Max(width, line.Sum(segment => segment.Width + segment.SpaceWidth));
        return width;
    }

    /// <summary>The least width, in points, at which no word must be broken inside.</summary>
    public double MeasureLongestWord(string text, TextStyle style)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
            return Measure(text, style);
        return Segments(text, style).SelectMany(line => line).Select(segment => segment.Width).DefaultIfEmpty(0).Max();
    }

    /// <summary>
    /// Breaks text into lines no wider than <paramref name="width"/> points, where Unicode allows it, and within a word only where the word
    /// alone is wider than the line.
    /// </summary>
    public TextBlock Lay(IReadOnlyList<TextSpan> spans, double width, TextLayoutOptions options)
    {
        var source = SpanText.Join(spans);
        var filler = new LineFiller(source, words, atoms, width, options);
        foreach (var paragraph in source.Paragraphs())
            filler.Add(paragraph);
        return filler.Finish();
    }

    private IEnumerable<List<Segment>> Segments(string text, TextStyle style)
    {
        var source = SpanText.Join([new(text, style, default)]);
        foreach (var paragraph in source.Paragraphs())
        {
            atoms.Clear();
            var segments = new List<Segment>();
            new SegmentReader(source, words, atoms).Read(paragraph, null, segments, out _);
            yield return segments;
        }
    }
}
