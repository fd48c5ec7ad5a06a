namespace Daybook.Pdf.Reading.Fonts;

/// <summary>Finds the width at the beginning of a Type 2 charstring by running it up to the first operator that clears the stack.</summary>
internal sealed class CharstringWidth(CffIndex local, CffIndex global)
{
    private const int MaxDepth = 10;

    private readonly List<double> stack = [];
    private Result? result;

    /// <param name="Value">What is added to the nominal width; null where the glyph has the default width.</param>
    public readonly record struct Result(bool IsKnown, double? Value);

    public Result Read(ReadOnlySpan<byte> charstring)
    {
        Run(charstring, 0);
        return result ?? new Result(false, null);
    }

    private void Run(ReadOnlySpan<byte> code, int depth)
    {
        for (var i = 0; i < code.Length && result is null && stack.Count <= 513;)
        {
            if (CharstringNumber.TryRead(code, ref i, out var number))
            {
                stack.Add(number);
                continue;
            }

            int first = code[i++];
            switch (first)
            {
                case 28 when i + 1 < code.Length:
                    stack.Add((short)((code[i] << 8) | code[i + 1]));
                    i += 2;
                    break;
                case 255 when i + 3 < code.Length:
                    stack.Add(((code[i] << 24) | (code[i + 1] << 16) | (code[i + 2] << 8) | code[i + 3]) / 65536.0);
                    i += 4;
                    break;
                case 10 or 29:
                    Call(first == 10 ? local : global, depth);
                    break;
                case 11:
                    return;
                default:
                    Finish(first);
                    return;
            }
        }
    }

    private void Call(CffIndex subroutines, int depth)
    {
        if (stack.Count == 0 || depth == MaxDepth)
            return;
        var bias = subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768;
        var index = (int)stack[^1] + bias;
        stack.RemoveAt(stack.Count - 1);
        if (index >= 0 && index < subroutines.Count)
            Run(subroutines[index].Span, depth + 1);
    }

    /// <summary>An argument more than the operator takes is the width.</summary>
    private void Finish(int operation)
    {
        var hasWidth = operation switch
        {
            1 or 3 or 18 or 19 or 20 or 23 => stack.Count % 2 == 1,
            4 or 22 => stack.Count > 1,
            21 => stack.Count > 2,
            14 => stack.Count is 1 or 5,
            _ => (bool?)null,
        };
        result = hasWidth is { } has ? new Result(true, has ? stack[0] : null) : new Result(false, null);
    }
}
