using static Daybook.Pdf.BidiClass;

namespace Daybook.Pdf;

/// <summary>The isolating run sequences of a paragraph (BD13, X10): level runs joined across isolates.</summary>
internal sealed class BidiSequences(BidiClass[] original, byte[] levels, int[] matches, byte paragraphLevel)
{
    /// <summary>A sequence: the places in it, and what is taken to stand before and after it.</summary>
    public sealed record Sequence(List<int> Places, BidiClass Start, BidiClass End, byte Level);

    public List<Sequence> Find()
    {
        var kept = new List<int>();
        for (var i = 0; i < original.Length; i++)
        {
            if (!BidiText.Removed(original[i]))
                kept.Add(i);
        }

        // The runs, each a range of `kept`, and the run in which a place lies.
        var runs = new List<(int From, int To)>();
        var runOf = new Dictionary<int, int>();
        for (var i = 0; i < kept.Count; i++)
        {
            if (i == 0 || levels[kept[i]] != levels[kept[i - 1]])
                runs.Add((i, i));
            runs[^1] = (runs[^1].From, i + 1);
            runOf[kept[i]] = runs.Count - 1;
        }

        var sequences = new List<Sequence>();
        foreach (var (from, to) in runs)
        {
            if (original[kept[from]] == PDI && matches[kept[from]] >= 0)
                continue;
            var places = kept[from..to];
            var end = to;
            while (original[places[^1]] is LRI or RLI or FSI && matches[places[^1]] is var match && match < original.Length)
            {
                var next = runs[runOf[match]];
                places.AddRange(kept[next.From..next.To]);
                end = next.To;
            }

            var level = levels[places[0]];
            var before = from == 0 ? paragraphLevel : levels[kept[from - 1]];
            var open = original[places[^1]] is LRI or RLI or FSI;
            var after = open || end == kept.Count ? paragraphLevel : levels[kept[end]];
            sequences.Add(new(places, Direction(Math.Max(level, before)), Direction(Math.Max(level, after)), level));
        }

        return sequences;
    }

    private static BidiClass Direction(byte level) => level % 2 == 0 ? L : R;
}
