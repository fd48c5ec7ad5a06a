using System.Text;
using static Daybook.Pdf.LineBreakClass;

namespace Daybook.Pdf;

/// <summary>
/// Finds where a line may or must be broken: UAX 14 of Unicode 15.0, with its example 7 (a number with its signs stays together).
/// </summary>
internal static class LineBreaker
{
    /// <summary>For each UTF-16 unit whether a line may end before it; <paramref name="breaks"/> is one longer than the text.</summary>
    public static void Find(ReadOnlySpan<char> text, Span<LineBreak> breaks)
    {
        breaks.Clear();
        if (text.IsEmpty)
            return;
        var state = new State();
        for (var i = 0; i < text.Length;)
        {
            // Most text is letters after letters (LB28).
            if (state.Last == AL && char.IsAsciiLetter(text[i]))
            {
                state.AdvanceLetter();
                i++;
                continue;
            }

            var status = Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            var current = status == System.Buffers.OperationStatus.Done ? UnicodeData.LineBreak(rune.Value) : AL;
            if (i > 0)
                breaks[i] = state.Before(current, text, i + length);
            state.Advance(current, first: i == 0);
            i += length;
        }

        breaks[text.Length] = state.Last is BK or CR or LF or NL ? LineBreak.Mandatory : LineBreak.Allowed;
    }

    /// <summary>What the rules remember of the text before a place.</summary>
    private ref struct State
    {
        /// <summary>The class of the character just before, as it is.</summary>
        public LineBreakClass Last;

        /// <summary>The class just before, with combining marks taken as part of what they follow (LB9, LB10).</summary>
        private LineBreakClass previous;

        /// <summary>The class before the spaces.</summary>
        private LineBreakClass beforeSpaces;

        /// <summary>The class before <see cref="previous"/>.</summary>
        private LineBreakClass beforePrevious;

        private int regionalIndicators;

        /// <summary>How far a number has come (LB25).</summary>
        private NumberPart number;

        public readonly LineBreak Before(LineBreakClass current, ReadOnlySpan<char> text, int next)
        {
            // LB4 to LB6
            if (Last is BK or LF or NL || Last == CR && current != LF)
                return LineBreak.Mandatory;
            if (current is BK or CR or LF or NL || Last == CR)
                return LineBreak.None;
            // LB7, LB8, LB8a
            if (current is SP or ZW)
                return LineBreak.None;
            if (beforeSpaces == ZW)
                return LineBreak.Allowed;
            if (Last == ZWJ)
                return LineBreak.None;
            // LB9, LB10
            if (current is CM or ZWJ)
            {
                if (previous is not (SP or ZW))
                    return LineBreak.None;
                current = AL;
            }

            return Together(current, text, next) ? LineBreak.None : LineBreak.Allowed;
        }

        public void Advance(LineBreakClass current, bool first)
        {
            var attaches = current is CM or ZWJ && !first && previous is not (BK or CR or LF or NL or SP or ZW);
            Last = current;
            if (attaches)
                return;
            if (current is CM or ZWJ)
                current = AL;
            regionalIndicators = current == RI ? regionalIndicators + 1 : 0;
            number = current switch
            {
                NU => NumberPart.Digits,
                SY or IS when number == NumberPart.Digits => NumberPart.Digits,
                CL or CP or WideCP when number == NumberPart.Digits => NumberPart.Closed,
                _ => NumberPart.None,
            };
            beforePrevious = first ? BK : previous;
            previous = current;
            if (current != SP)
                beforeSpaces = current;
            else if (first)
                beforeSpaces = SP;
        }

        /// <summary>A letter after a letter.</summary>
        public void AdvanceLetter() => beforePrevious = AL;

        private readonly bool Together(LineBreakClass current, ReadOnlySpan<char> text, int next)
        {
            // LB11 to LB12a
            if (current == WJ || previous is WJ or GL)
                return true;
            if (current == GL && previous is not (SP or BA or HY))
                return true;
            // LB13, as example 7 has it
            if (current == EX || current is CL or CP or WideCP or IS or SY && previous != NU)
                return true;
            // LB14 to LB17
            if (beforeSpaces is OP or WideOP)
                return true;
            if (beforeSpaces == QU && current is OP or WideOP)
                return true;
            if (beforeSpaces is CL or CP or WideCP && current == NS || beforeSpaces == B2 && current == B2)
                return true;
            // LB18 to LB20
            if (previous == SP)
                return false;
            if (current == QU || previous == QU)
                return true;
            if (current == CB || previous == CB)
                return false;
            // LB21 to LB22
            if (current is BA or HY or NS || previous == BB)
                return true;
            if (beforePrevious == HL && previous is HY or BA)
                return true;
            if (previous == SY && current == HL || current == IN)
                return true;
            return Words(current) || Numbers(current, text, next) || Pairs(current);
        }

        /// <summary>LB23 to LB24 and LB28 to LB30.</summary>
        private readonly bool Words(LineBreakClass current)
        {
            var letters = previous is AL or HL;
            return letters && current is AL or HL or NU
                || previous == NU && current is AL or HL
                || previous == PR && current is ID or EB or EM or UnassignedPictograph
                || previous is ID or EB or EM or UnassignedPictograph && current == PO
                || previous is PR or PO && current is AL or HL
                || letters && current is PR or PO
                || previous == IS && current is AL or HL
                || (letters || previous == NU) && current == OP
                || previous == CP && current is AL or HL or NU;
        }

        /// <summary>LB25, as example 7 has it.</summary>
        private readonly bool Numbers(LineBreakClass current, ReadOnlySpan<char> text, int next) => current switch
        {
            NU => number == NumberPart.Digits || previous is PR or PO or OP or WideOP or HY,
            SY or IS => number == NumberPart.Digits,
            CL or CP or WideCP => number == NumberPart.Digits,
            PO or PR => number != NumberPart.None,
            OP or WideOP or HY => previous is PR or PO && NumberFollows(text, next),
            _ => false,
        };

        /// <summary>LB26, LB27, LB30a, LB30b.</summary>
        private readonly bool Pairs(LineBreakClass current) =>
            previous == JL && current is JL or JV or H2 or H3
            || previous is JV or H2 && current is JV or JT
            || previous is JT or H3 && current == JT
            || previous is JL or JV or JT or H2 or H3 && current == PO
            || previous == PR && current is JL or JV or JT or H2 or H3
            || previous == RI && current == RI && regionalIndicators % 2 == 1
            || previous is EB or UnassignedPictograph && current == EM;

        private static bool NumberFollows(ReadOnlySpan<char> text, int next) =>
            next < text.Length && Rune.DecodeFromUtf16(text[next..], out var rune, out _) == System.Buffers.OperationStatus.Done
            && UnicodeData.LineBreak(rune.Value) == NU;
    }

    private enum NumberPart : byte
    {
        None,
        Digits,
        Closed,
    }
}
