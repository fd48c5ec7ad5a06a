using System.Buffers;
using System.Globalization;
using System.Text;

namespace Daybook.Pdf;

/// <summary>Turns words into glyphs, each word once: fonts are chosen, scripts told apart and HarfBuzz asked. For one thread.</summary>
internal sealed class WordShaper(FontCatalog catalog) : IDisposable
{
    /// <summary>Beyond this many words a table starts anew, so that a report of unique identifiers does not fill the memory.</summary>
    private const int MostWords = 32_768;

    /// <summary>What is longer will hardly come again.</summary>
    private const int LongestWord = 128;

    private const int LongestRun = 1024;

    private const int LongestCluster = 256;

    private static readonly SearchValues<char> Printable = SearchValues.Create(Enumerable.Range(0x21, 0x7E - 0x20).Select(i => (char)i).ToArray());

    private readonly List<WordTable> tables = [];
    private readonly RunShaper runs = new();
    private readonly List<ShapedRun> parts = [];
    private readonly Dictionary<string, MissingCharacter> missing = new(StringComparer.Ordinal);
    private WordTable? last;

    public IReadOnlyCollection<MissingCharacter> Missing => missing.Values;

    public void Dispose() => runs.Dispose();

    /// <param name="word">Text without line ends.</param>
    /// <param name="rightToLeft">The direction the bidirectional algorithm gave it.</param>
    public ShapedWord Shape(ReadOnlySpan<char> word, in TextStyle style, bool rightToLeft)
    {
        var table = Table(style, rightToLeft);
        if (table.Words.TryGetValue(word, out var known))
            return known;
        var text = word.ToString();
        var shaped = (rightToLeft ? null : style.Face.PairShaping(style.TabularFigures)?.Shape(text, runs)) ?? Shape(text, style, table);
        if (text.Length > LongestWord)
            return shaped;
        if (table.Words.Dictionary.Count >= MostWords)
            table.Words.Dictionary.Clear();
        table.Words.Dictionary.Add(text, shaped);
        return shaped;
    }

    private WordTable Table(in TextStyle style, bool rightToLeft)
    {
        if (last is not null && last.Is(style, rightToLeft))
            return last;
        foreach (var table in tables)
        {
            if (table.Is(style, rightToLeft))
                return last = table;
        }

        tables.Add(last = new(style.Family, style.Bold, style.Italic, style.TabularFigures, rightToLeft));
        return last;
    }

    private ShapedWord Shape(string text, in TextStyle style, WordTable table)
    {
        parts.Clear();
        if (text.AsSpan().IndexOfAnyExcept(Printable) < 0 && FontCatalog.Covers(style.Face, text))
            parts.Add(runs.Shape(style.Face, text, 0, text.Length, style.TabularFigures, table.RightToLeft));
        else
            Itemize(text, style, table);
        if (table.RightToLeft)
            parts.Reverse();
        var (width, count) = (0.0, 0);
        foreach (var run in parts)
        {
            var units = 0;
            foreach (var glyph in run.Glyphs)
            {
                units += glyph.Advance;
                count += glyph.Advance > 0 ? 1 : 0;
            }

            width += (double)units / run.Face.UnitsPerEm;
        }

        return new(text, width, count, [.. parts]);
    }

    /// <summary>Cuts a word where its font or its script changes, never inside a user-perceived character.</summary>
    private void Itemize(string text, in TextStyle style, WordTable table)
    {
        var (start, face, script) = (0, (FontFace?)null, UnicodeData.ScriptCommon);
        for (var i = 0; i < text.Length;)
        {
            var length = ClusterLength(text.AsSpan(i));
            var cluster = text.AsSpan(i, length);
            Rune.DecodeFromUtf16(cluster, out var first, out _);
            var control = first.Value == '\t' || Rune.IsControl(first);
            var own = control ? null : catalog.Resolve(style, cluster);
            var ownScript = UnicodeData.Script(first.Value);
            if (ownScript == UnicodeData.ScriptInherited)
                ownScript = UnicodeData.ScriptCommon;
            var sameScript = ownScript == script || ownScript == UnicodeData.ScriptCommon || script == UnicodeData.ScriptCommon;
            if (own is null || !ReferenceEquals(own, face) || !sameScript || i - start > LongestRun)
            {
                Flush(i);
                (start, face, script) = (i, own, ownScript);
            }
            else if (ownScript != UnicodeData.ScriptCommon)
            {
                script = ownScript;
            }

            if (own is null)
            {
                AddGlyph(text, cluster, first, style);
                start = i + length;
            }

            i += length;
        }

        Flush(text.Length);
        return;

        void Flush(int end)
        {
            if (end > start && face is not null)
                parts.Add(runs.Shape(face, text, start, end - start, table.TabularFigures, table.RightToLeft));
        }
    }

    /// <summary>A letter under a thousand marks is cut: shaping it takes time by the square of its length.</summary>
    private static int ClusterLength(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (length <= LongestCluster)
            return length;
        return char.IsHighSurrogate(text[LongestCluster - 1]) ? LongestCluster - 1 : LongestCluster;
    }

    /// <summary>A tabulator as four spaces; any other character that no font has as a box, and noted.</summary>
    private void AddGlyph(string text, ReadOnlySpan<char> cluster, Rune first, in TextStyle style)
    {
        var face = style.Face;
        if (first.Value == '\t')
        {
            var space = face.Glyph(' ');
            parts.Add(new(face, [new(space, 4 * face.Advance(space), 0, 0, ' ')], "\t", null, false));
            return;
        }

        var name = string.Join(' ', cluster.ToString().EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
        missing.TryAdd(name, new(name, cluster.ToString(), text.Length <= 60 ? text : text[..60]));
        var shown = Rune.IsControl(first) ? 0xFFFD : cluster.Length == first.Utf16SequenceLength ? first.Value : -1;
        parts.Add(new(face, [new(0, face.Advance(0), 0, 0, shown)], cluster.ToString(), shown < 0 ? [cluster.ToString()] : null, UnicodeData.IsPrivateUse(shown)));
    }

    private sealed class WordTable(FontFamily family, bool bold, bool italic, bool tabularFigures, bool rightToLeft)
    {
        public bool Is(in TextStyle style, bool direction) =>
            ReferenceEquals(family, style.Family) && bold == style.Bold && italic == style.Italic && tabularFigures == style.TabularFigures
            && rightToLeft == direction;

        public bool TabularFigures => tabularFigures;

        public bool RightToLeft => rightToLeft;

        public Dictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> Words { get; } =
            new Dictionary<string, ShapedWord>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
