using System.Buffers;
using System.Globalization;

namespace Daybook.Pdf;

/// <summary>Fills lines with segments, one paragraph after the other.</summary>
internal sealed class LineFiller(SpanText source, WordShaper words, AtomList atoms, SegmentReader reader)
{
    /// <summary>What rounding may add to a line that was measured to be exactly as wide as its text.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>What joins the parts of names and addresses, such as <c>probes.latentinjection.LatentJailbreak_full</c>.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create("._-/\\:@=&");

    private readonly List<TextLine> lines = [];
    private readonly List<Segment> segments = [];
    private readonly LineMaker maker = new(source, words);
    private readonly List<Atom> line = [];
    private readonly List<int> ends = [];
    private TextLayoutOptions options = TextLayoutOptions.Default;
    private double width;
    private double used;
    private double top;
    private double widest;
    private byte[]? levels;
    private byte paragraphLevel;
    private int paragraphStart;

    /// <summary>Breaks the text that the source has now into lines.</summary>
    public TextBlock Fill(double lineWidth, TextLayoutOptions lineOptions)
    {
        (width, options, top, widest) = (lineWidth, lineOptions, 0, 0);
        lines.Clear();
        for (var start = 0; source.NextParagraph(start, out var end, out var next); start = next)
            Add(start, end);
        return new([.. lines], widest);
    }

    private void Add(int start, int end)
    {
        atoms.Clear();
        segments.Clear();
        paragraphStart = start;
        levels = reader.Read(start, end, options.Direction, segments, out paragraphLevel);
        line.Clear();
        used = 0;
        foreach (var segment in segments)
        {
            if (line.Count > 0 && used + segment.Width > width + Tolerance)
                Close();
            if (segment.Width > width + Tolerance && segment.Width > 0)
                Divide(segment);
            else
                Put(segment);
        }

        if (line.Count > 0 || segments.Count == 0)
            Close();
    }

    private void Put(in Segment segment)
    {
        line.AddRange(atoms.Slice(segment.FirstAtom, segment.LastAtom));
        used += segment.Width + segment.SpaceWidth;
    }

    /// <summary>Breaks a word that no line can hold between user-perceived characters; what is left begins the next line.</summary>
    private void Divide(in Segment segment)
    {
        var known = atoms.Count;
        for (var start = segment.Start; start < segment.End;)
        {
            var part = Prefix(start, segment.End);
            Put(part);
            start = part.End;
            if (start < segment.End)
                Close();
            atoms.CutTo(known);
        }
    }

    /// <summary>The longest part that fits, with the spaces after it; one character at least.</summary>
    private Segment Prefix(int start, int end)
    {
        ends.Clear();
        var sum = 0.0;
        for (var at = start; at < end && sum <= width * 1.25;)
        {
            var from = at;
            at += StringInfo.GetNextTextElementLength(source.Text.AsSpan(at, end - at));
            ends.Add(at);
            sum += reader.Segment(from, at, levels, paragraphStart).Width;
        }

        // Alone the characters may be wider or narrower than together: the guess is tried.
        var low = 0;
        var high = ends.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (reader.Segment(start, ends[middle], levels, paragraphStart).Width <= width + Tolerance)
                low = middle;
            else
                high = middle - 1;
        }

        return reader.Segment(start, ends[low] < end ? Joint(start, low) : end, levels, paragraphStart);
    }

    /// <summary>
    /// Where a word that is divided within so many characters ends best: after the last joint of a name, where that does not leave most of the
    /// line empty.
    /// </summary>
    private int Joint(int start, int most)
    {
        var text = source.Text;
        for (var i = most; i >= 0 && ends[i] - start > (ends[most] - start) / 4; i--)
        {
            if (Joints.Contains(text[ends[i] - 1]) && !Joints.Contains(text[ends[i]]))
                return ends[i];
        }

        return ends[most];
    }

    private void Close()
    {
        var made = maker.Make(line, options, double.IsFinite(width) ? width : null, new(paragraphStart, paragraphLevel, levels is not null), top);
        lines.Add(made);
        top += made.Height;
        widest = Math.Max(widest, made.Width);
        line.Clear();
        used = 0;
    }
}
