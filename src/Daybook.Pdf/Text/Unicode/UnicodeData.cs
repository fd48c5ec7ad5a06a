using System.Buffers.Binary;

namespace Daybook.Pdf;

/// <summary>
/// Properties of characters that the runtime does not offer: line breaking class, bidirectional class, script and emoji presentation, of
/// Unicode 15.0. A two-stage table made from the Unicode character database by <c>make-unicode-data.py</c> beside this file.
/// </summary>
internal static class UnicodeData
{
    public const byte ScriptCommon = 0;
    public const byte ScriptInherited = 1;
    private const int BlockBits = 7;
    private const int Stage1Count = 0x110000 >> BlockBits;

    private static readonly LineBreakClass[] LineBreaks;
    private static readonly BidiClass[] BidiClasses;
    private static readonly byte[] Scripts;
    private static readonly bool[] EmojiPresentations;
    private static readonly ushort[] Stage1;
    private static readonly ushort[] Stage2;
    private static readonly Dictionary<int, (int Other, bool Opens)> Brackets;

#pragma warning disable CA1810 // All tables come from one file.
    static UnicodeData()
    {
        var file = EmbeddedAsset.Read("unicode-15.0.bin").Span;
        var rows = BinaryPrimitives.ReadUInt16LittleEndian(file);
        var blocks = BinaryPrimitives.ReadUInt16LittleEndian(file[2..]);
        var brackets = BinaryPrimitives.ReadUInt16LittleEndian(file[4..]);
        file = file[8..];
        LineBreaks = new LineBreakClass[rows];
        BidiClasses = new BidiClass[rows];
        Scripts = new byte[rows];
        EmojiPresentations = new bool[rows];
        for (var i = 0; i < rows; i++)
        {
            LineBreaks[i] = (LineBreakClass)file[i * 4];
            BidiClasses[i] = (BidiClass)file[i * 4 + 1];
            Scripts[i] = file[i * 4 + 2];
            EmojiPresentations[i] = file[i * 4 + 3] != 0;
        }

        file = file[(rows * 4)..];
        Stage1 = Words(file, Stage1Count);
        file = file[(Stage1Count * 2)..];
        Stage2 = Words(file, blocks << BlockBits);
        file = file[(Stage2.Length * 2)..];
        Brackets = new(brackets);
        for (var i = 0; i < brackets; i++)
        {
            var entry = Words(file[(i * 6)..], 3);
            Brackets.Add(entry[0], (entry[1], entry[2] == 1));
        }
    }
#pragma warning restore CA1810

    public static LineBreakClass LineBreak(int codePoint) => LineBreaks[Row(codePoint)];

    public static BidiClass Bidi(int codePoint) => BidiClasses[Row(codePoint)];

    /// <summary>A number for the script of the character; only its sameness means something.</summary>
    public static byte Script(int codePoint) => Scripts[Row(codePoint)];

    /// <summary>Whether the character is shown as a picture when nothing else is said.</summary>
    public static bool IsEmojiPresentation(int codePoint) => EmojiPresentations[Row(codePoint)];

    /// <summary>A character without a meaning of its own; PDF/A asks that files say what it stands for.</summary>
    public static bool IsPrivateUse(int codePoint) => codePoint is >= 0xE000 and <= 0xF8FF or >= 0xF0000;

    public static bool IsBracket(int codePoint, out int other, out bool opens)
    {
        var found = Brackets.TryGetValue(codePoint, out var entry);
        (other, opens) = entry;
        return found;
    }

    private static int Row(int codePoint) => Stage2[(Stage1[codePoint >> BlockBits] << BlockBits) + (codePoint & ((1 << BlockBits) - 1))];

    private static ushort[] Words(ReadOnlySpan<byte> bytes, int count)
    {
        var words = new ushort[count];
        for (var i = 0; i < count; i++)
            words[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]);
        return words;
    }
}
