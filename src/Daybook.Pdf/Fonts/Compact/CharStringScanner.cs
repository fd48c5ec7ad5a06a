namespace Daybook.Pdf;

/// <summary>Finds which subroutines the outlines of glyphs call, by reading them as a renderer would.</summary>
internal sealed class CharStringScanner(CompactIndex globals, CompactIndex locals, HashSet<int> usedGlobals, HashSet<int> usedLocals)
{
    private const int DeepestCall = 16;

    private readonly List<int> stack = [];
    private int hints;

    /// <summary>False where the outline computes with numbers, so that what it calls cannot be told.</summary>
    public bool Scan(ReadOnlySpan<byte> glyph)
    {
        stack.Clear();
        hints = 0;
        return Scan(glyph, 0) != Outcome.Unknown;
    }

    private Outcome Scan(ReadOnlySpan<byte> code, int depth)
    {
        if (depth > DeepestCall)
            return Outcome.Unknown;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at++];
            switch (value)
            {
                case 28:
                    stack.Add(SfntFile.I16(code, at));
                    at += 2;
                    break;
                case >= 32 and <= 246:
                    stack.Add(value - 139);
                    break;
                case >= 247 and <= 250:
                    stack.Add((value - 247) * 256 + code[at++] + 108);
                    break;
                case >= 251 and <= 254:
                    stack.Add(-(value - 251) * 256 - code[at++] - 108);
                    break;
                case 255:
                    stack.Add(SfntFile.I16(code, at));
                    at += 4;
                    break;
                case 10 or 29:
                    var outcome = Call(value == 29, depth);
                    if (outcome != Outcome.Returned)
                        return outcome;
                    break;
                case 11:
                    return Outcome.Returned;
                case 14:
                    // With four numbers it is composed of two glyphs by their names, which is out of use.
                    return stack.Count >= 4 ? Outcome.Unknown : Outcome.Ended;
                case 1 or 3 or 18 or 23:
                    EndHints();
                    break;
                case 19 or 20:
                    EndHints();
                    at += (hints + 7) / 8;
                    break;
                case 12:
                    if (code[at++] is < 34 or > 37)
                        return Outcome.Unknown;
                    stack.Clear();
                    break;
                default:
                    stack.Clear();
                    break;
            }
        }

        return Outcome.Returned;
    }

    private Outcome Call(bool global, int depth)
    {
        if (stack.Count == 0)
            return Outcome.Unknown;
        var index = global ? globals : locals;
        var number = stack[^1] + (index.Count < 1240 ? 107 : index.Count < 33900 ? 1131 : 32768);
        stack.RemoveAt(stack.Count - 1);
        if (number < 0 || number >= index.Count)
            return Outcome.Unknown;
        (global ? usedGlobals : usedLocals).Add(number);
        return Scan(index[number].Span, depth + 1);
    }

    private void EndHints()
    {
        hints += stack.Count / 2;
        stack.Clear();
    }

    private enum Outcome
    {
        Returned,
        Ended,
        Unknown,
    }
}
