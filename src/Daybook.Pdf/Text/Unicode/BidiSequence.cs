using static Daybook.Pdf.BidiClass;

namespace Daybook.Pdf;

/// <summary>Resolves one isolating run sequence: weak types (W1 to W7), brackets (N0), neutrals (N1, N2) and implicit levels (I1, I2).</summary>
internal sealed class BidiSequence(
    BidiClass[] classes, BidiClass[] original, int[] codePoints, byte[] levels, BidiSequences.Sequence sequence)
{
    private readonly List<int> places = sequence.Places;
    private readonly BidiClass embedding = sequence.Level % 2 == 0 ? L : R;

    public void Resolve()
    {
        Marks();
        Numbers();
        Separators();
        Terminators();
        Brackets();
        Neutrals();
        foreach (var place in places)
        {
            if (sequence.Level % 2 == 0)
                levels[place] += (byte)(classes[place] switch { R => 1, AN or EN => 2, _ => 0 });
            else if (classes[place] is L or AN or EN)
                levels[place]++;
        }
    }

    private BidiClass At(int i) => i < 0 ? sequence.Start : i >= places.Count ? sequence.End : classes[places[i]];

    /// <summary>W1.</summary>
    private void Marks()
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (At(i) == NSM)
                classes[places[i]] = i > 0 && original[places[i - 1]] is LRI or RLI or FSI or PDI ? ON : At(i - 1);
        }
    }

    /// <summary>W2 and W3.</summary>
    private void Numbers()
    {
        var strong = sequence.Start;
        foreach (var place in places)
        {
            if (classes[place] is L or R or AL)
                strong = classes[place];
            else if (classes[place] == EN && strong == AL)
                classes[place] = AN;
        }

        foreach (var place in places)
        {
            if (classes[place] == AL)
                classes[place] = R;
        }
    }

    /// <summary>W4.</summary>
    private void Separators()
    {
        for (var i = 1; i < places.Count - 1; i++)
        {
            var (before, after) = (At(i - 1), At(i + 1));
            if (before == after && (At(i) == ES && before == EN || At(i) == CS && before is EN or AN && At(i) == CS))
                classes[places[i]] = before;
        }
    }

    /// <summary>W5 to W7.</summary>
    private void Terminators()
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (At(i) != ET)
                continue;
            var end = i;
            while (At(end) == ET && end < places.Count)
                end++;
            var number = i > 0 && At(i - 1) == EN || end < places.Count && At(end) == EN;
            for (; i < end; i++)
                classes[places[i]] = number ? EN : ON;
        }

        var strong = sequence.Start;
        foreach (var place in places)
        {
            if (classes[place] is ES or ET or CS)
                classes[place] = ON;
            else if (classes[place] is L or R)
                strong = classes[place];
            else if (classes[place] == EN && strong == L)
                classes[place] = L;
        }
    }

    /// <summary>N0.</summary>
    private void Brackets()
    {
        foreach (var (open, close) in BracketPairs())
        {
            var (inside, matching) = (false, false);
            for (var i = open + 1; i < close && !matching; i++)
            {
                if (Strong(At(i)) is { } strong)
                    (inside, matching) = (true, strong == embedding);
            }

            if (!inside)
                continue;
            var direction = embedding;
            if (!matching)
            {
                var context = sequence.Start;
                for (var i = open - 1; i >= 0; i--)
                {
                    if (Strong(At(i)) is not { } strong)
                        continue;
                    context = strong;
                    break;
                }

                if (context != embedding)
                    direction = context;
            }

            SetBracket(open, direction);
            SetBracket(close, direction);
        }
    }

    private void SetBracket(int bracket, BidiClass direction)
    {
        classes[places[bracket]] = direction;
        for (var i = bracket + 1; i < places.Count && original[places[i]] == NSM; i++)
            classes[places[i]] = direction;
    }

    /// <summary>BD16: places in the sequence, by the opening bracket.</summary>
    private List<(int Open, int Close)> BracketPairs()
    {
        var pairs = new List<(int Open, int Close)>();
        var stack = new List<(int Closing, int Place)>();
        for (var i = 0; i < places.Count; i++)
        {
            if (At(i) != ON || !UnicodeData.IsBracket(codePoints[places[i]], out var other, out var opens))
                continue;
            if (opens)
            {
                if (stack.Count == 63)
                    break;
                stack.Add((Canonical(other), i));
                continue;
            }

            var closing = Canonical(codePoints[places[i]]);
            var match = stack.FindLastIndex(entry => entry.Closing == closing);
            if (match < 0)
                continue;
            pairs.Add((stack[match].Place, i));
            stack.RemoveRange(match, stack.Count - match);
        }

        pairs.Sort();
        return pairs;
    }

    private static int Canonical(int bracket) => bracket == 0x232A ? 0x3009 : bracket;

    /// <summary>N1 and N2.</summary>
    private void Neutrals()
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (!Neutral(At(i)))
                continue;
            var end = i;
            while (end < places.Count && Neutral(At(end)))
                end++;
            var (before, after) = (Strong(At(i - 1)), Strong(At(end)));
            var direction = before == after && before is { } same ? same : embedding;
            for (; i < end; i++)
                classes[places[i]] = direction;
        }
    }

    private static bool Neutral(BidiClass kind) => kind is B or S or WS or ON or LRI or RLI or FSI or PDI;

    private static BidiClass? Strong(BidiClass kind) => kind switch
    {
        L => L,
        R or AL or EN or AN => R,
        _ => null,
    };
}
