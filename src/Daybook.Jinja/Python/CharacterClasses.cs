using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>What Python's <c>is…</c> methods ask of a code point.</summary>
internal static class CharacterClasses
{
    /// <summary>Ideographs with a numeric value, which .NET does not know of.</summary>
    private const string NumericIdeographs =
        "㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零"
        + "𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭";

    /// <summary>Unicode's Other_Lowercase.</summary>
    private static readonly (int First, int Last)[] OtherLowercase =
    [
        (0xaa, 0xaa), (0xba, 0xba), (0x2b0, 0x2b8), (0x2c0, 0x2c1), (0x2e0, 0x2e4), (0x345, 0x345), (0x37a, 0x37a), (0x1d2c, 0x1d6a),
        (0x1d78, 0x1d78), (0x1d9b, 0x1dbf), (0x2071, 0x2071), (0x207f, 0x207f), (0x2090, 0x209c), (0x2170, 0x217f), (0x24d0, 0x24e9),
        (0x2c7c, 0x2c7d), (0xa69c, 0xa69d), (0xa770, 0xa770), (0xa7f8, 0xa7f9), (0xab5c, 0xab5f), (0x10780, 0x10780), (0x10783, 0x10785),
        (0x10787, 0x107b0), (0x107b2, 0x107ba),
    ];

    /// <summary>Unicode's Other_Uppercase.</summary>
    private static readonly (int First, int Last)[] OtherUppercase =
        [(0x2160, 0x216f), (0x24b6, 0x24cf), (0x1f130, 0x1f149), (0x1f150, 0x1f169), (0x1f170, 0x1f189)];

    private static readonly HashSet<int> NumericIdeographSet = [.. CodePoints.ToArray(NumericIdeographs)];

    /// <summary>.NET's white space and the four information separators.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    public static bool IsSpace(int codePoint) => codePoint <= char.MaxValue && IsSpace((char)codePoint);

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or (>= '\x1c' and <= '\x1e') or '\x85' or '\u2028' or '\u2029';

    public static bool IsLower(int codePoint)
        => CategoryOf(codePoint) == UnicodeCategory.LowercaseLetter || IsIn(OtherLowercase, codePoint);

    public static bool IsUpper(int codePoint)
        => CategoryOf(codePoint) == UnicodeCategory.UppercaseLetter || IsIn(OtherUppercase, codePoint);

    public static bool IsTitle(int codePoint) => CategoryOf(codePoint) == UnicodeCategory.TitlecaseLetter;

    public static bool IsCased(int codePoint) => IsLower(codePoint) || IsUpper(codePoint) || IsTitle(codePoint);

    /// <summary>Unicode's Case_Ignorable.</summary>
    public static bool IsCaseIgnorable(int codePoint) => CategoryOf(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || codePoint is '\'' or '.' or ':' or 0xb7 or 0x387 or 0x55f or 0x5f4 or 0x2018 or 0x2019 or 0x2024 or 0x2027 or 0xfe13 or 0xfe52
            or 0xfe55 or 0xff07 or 0xff0e or 0xff1a;

    public static bool IsAlpha(int codePoint) => CategoryOf(codePoint) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    public static bool IsDecimal(int codePoint) => CategoryOf(codePoint) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(int codePoint) => CharUnicodeInfo.GetDigitValue(TextOf(codePoint), 0) >= 0;

    public static bool IsNumeric(int codePoint)
        => CharUnicodeInfo.GetNumericValue(TextOf(codePoint), 0) != -1 || NumericIdeographSet.Contains(codePoint);

    public static bool IsAlphanumeric(int codePoint)
        => codePoint < 0x80 ? char.IsAsciiLetterOrDigit((char)codePoint) : IsAlpha(codePoint) || IsNumeric(codePoint);

    public static bool IsIdentifierStart(int codePoint)
        => codePoint == '_' || IsAlpha(codePoint) || CategoryOf(codePoint) == UnicodeCategory.LetterNumber;

    public static bool IsIdentifierPart(int codePoint) => IsIdentifierStart(codePoint) || CategoryOf(codePoint) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static UnicodeCategory CategoryOf(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint);

    private static string TextOf(int codePoint) => Rune.IsValid(codePoint) ? char.ConvertFromUtf32(codePoint) : ((char)codePoint).ToString();

    private static bool IsIn((int First, int Last)[] ranges, int codePoint)
    {
        foreach (var (first, last) in ranges)
        {
            if (codePoint < first)
                return false;
            if (codePoint <= last)
                return true;
        }

        return false;
    }
}
