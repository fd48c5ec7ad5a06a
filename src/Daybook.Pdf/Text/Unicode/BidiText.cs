using System.Text;
using static Daybook.Pdf.BidiClass;

namespace Daybook.Pdf;

/// <summary>The embedding levels of a paragraph by the Unicode bidirectional algorithm (UAX 9), explicit rules, isolates and brackets included.</summary>
internal sealed class BidiText
{
    private const int MaximumDepth = 125;

    private readonly BidiClass[] original;
    private readonly BidiClass[] classes;
    private readonly int[] codePoints;
    private readonly byte[] levels;
    private readonly int[] matches;

    private BidiText(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        codePoints = new int[length];
        original = new BidiClass[length];
        for (var i = 0; i < length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
            codePoints[i] = rune.Value;
            original[i] = UnicodeData.Bidi(rune.Value);
            // The second half of a pair follows the first, as a mark would; it is never looked at on its own.
            for (var k = 1; k < used; k++)
                original[i + k] = BN;
            i += used;
        }

        classes = (BidiClass[])original.Clone();
        levels = new byte[length];
        matches = new int[length];
        MatchIsolates();
    }

    /// <summary>Whether the text needs the algorithm at all; most does not.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('\0', '\u058F'))
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (UnicodeData.Bidi(rune.Value) is R or AL or AN or RLE or RLO or LRE or LRO or RLI or LRI or FSI)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The level of each UTF-16 unit of one paragraph: even is left to right. Where <paramref name="direction"/> is null the first strong
    /// character decides it (P2, P3).
    /// </summary>
    public static byte[] Levels(ReadOnlySpan<char> text, TextDirection? direction, out byte paragraphLevel)
    {
        var bidi = new BidiText(text);
        paragraphLevel = direction switch
        {
            TextDirection.LeftToRight => 0,
            TextDirection.RightToLeft => 1,
            null => bidi.FirstStrong(0, text.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(direction)),
        };
        bidi.Explicit(paragraphLevel);
        foreach (var sequence in new BidiSequences(bidi.original, bidi.levels, bidi.matches, paragraphLevel).Find())
            new BidiSequence(bidi.classes, bidi.original, bidi.codePoints, bidi.levels, sequence).Resolve();
        bidi.Finish(paragraphLevel);
        return bidi.levels;
    }

    /// <summary>BD9: for each isolate initiator its PDI, or the end; -1 elsewhere, and on PDIs that match nothing.</summary>
    private void MatchIsolates()
    {
        Array.Fill(matches, -1);
        var open = new Stack<int>();
        for (var i = 0; i < original.Length; i++)
        {
            if (original[i] is LRI or RLI or FSI)
            {
                open.Push(i);
                matches[i] = original.Length;
            }
            else if (original[i] == PDI && open.TryPop(out var start))
            {
                matches[start] = i;
                matches[i] = start;
            }
        }
    }

    private byte FirstStrong(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            switch (original[i])
            {
                case L:
                    return 0;
                case R or AL:
                    return 1;
                case LRI or RLI or FSI:
                    i = matches[i];
                    break;
            }
        }

        return 0;
    }

    /// <summary>X1 to X8; what X9 removes keeps its class BN and takes the level before it at the end.</summary>
    private void Explicit(byte paragraphLevel)
    {
        var stack = new Stack<(byte Level, BidiClass? Override, bool Isolate)>();
        stack.Push((paragraphLevel, null, false));
        var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
        for (var i = 0; i < original.Length; i++)
        {
            var kind = original[i];
            var top = stack.Peek();
            switch (kind)
            {
                case RLE or LRE or RLO or LRO:
                {
                    levels[i] = top.Level;
                    classes[i] = BN;
                    var level = Next(top.Level, kind is RLE or RLO);
                    if (level <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                        stack.Push((level, kind == RLO ? R : kind == LRO ? L : null, false));
                    else if (overflowIsolates == 0)
                        overflowEmbeddings++;
                    break;
                }

                case RLI or LRI or FSI:
                {
                    levels[i] = top.Level;
                    if (top.Override is { } forced)
                        classes[i] = forced;
                    var level = Next(top.Level, kind == RLI || kind == FSI && FirstStrong(i + 1, matches[i]) == 1);
                    if (level <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push((level, null, true));
                    }
                    else
                    {
                        overflowIsolates++;
                    }

                    break;
                }

                case PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Pop().Isolate)
                        {
                        }

                        validIsolates--;
                    }

                    top = stack.Peek();
                    levels[i] = top.Level;
                    if (top.Override is { } inner)
                        classes[i] = inner;
                    break;
                case BidiClass.PDF:
                    classes[i] = BN;
                    levels[i] = top.Level;
                    if (overflowIsolates > 0)
                        break;
                    if (overflowEmbeddings > 0)
                        overflowEmbeddings--;
                    else if (!top.Isolate && stack.Count > 1)
                        stack.Pop();
                    break;
                case B:
                    levels[i] = paragraphLevel;
                    break;
                case BN:
                    levels[i] = top.Level;
                    break;
                case L or R or AL or EN or ES or ET or AN or CS or NSM or S or WS or ON:
                    levels[i] = top.Level;
                    if (top.Override is { } direction)
                        classes[i] = direction;
                    break;
            }
        }
    }

    private static byte Next(byte level, bool rightToLeft) => (byte)(rightToLeft ? (level + 1) | 1 : (level + 2) & ~1);

    /// <summary>What X9 removed takes the level before it; separators and the whitespace before them that of the paragraph (L1).</summary>
    private void Finish(byte paragraphLevel)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            if (Removed(original[i]))
                levels[i] = i == 0 ? paragraphLevel : levels[i - 1];
        }

        var trailing = true;
        for (var i = levels.Length - 1; i >= 0; i--)
        {
            if (original[i] is S or B)
                trailing = true;
            else if (!(original[i] is WS or LRI or RLI or FSI or PDI || Removed(original[i])))
                trailing = false;
            if (trailing)
                levels[i] = paragraphLevel;
        }
    }

    public static bool Removed(BidiClass kind) => kind is BN or LRE or RLE or LRO or RLO or BidiClass.PDF;
}
