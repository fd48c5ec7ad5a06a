using System.Collections.Frozen;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Python's full case mappings, in which one letter may become several: <c>'ß'.upper() == 'SS'</c>.</summary>
internal static class CaseMapping
{
    private const int SmallDotlessI = 0x131;
    private const int CapitalDottedI = 0x130;
    private const int SmallNAfterApostrophe = 0x149;
    private const char CapitalSigma = '\u03a3';
    private const char SmallSigma = '\u03c3';
    private const char FinalSigma = '\u03c2';
    private const char CapitalIota = '\u0399';
    private const char CombiningIota = '\u0345';

    /// <summary>Capitals that .NET's one-to-one mapping does not give, beside <see cref="GreekWithIota"/>.</summary>
    private const string SpecialCapitals =
        "\u00df=SS \u0131=I \u0149=\u02bcN \u017f=S \u01f0=J\u030c \u0390=\u0399\u0308\u0301 \u03b0=\u03a5\u0308\u0301 "
        + "\u0587=\u0535\u0552 \u1e96=H\u0331 \u1e97=T\u0308 \u1e98=W\u030a \u1e99=Y\u030a \u1e9a=A\u02be \u1f50=\u03a5\u0313 "
        + "\u1f52=\u03a5\u0313\u0300 \u1f54=\u03a5\u0313\u0301 \u1f56=\u03a5\u0313\u0342 \u1fb2=\u1fba\u0399 \u1fb3=\u0391\u0399 "
        + "\u1fb4=\u0386\u0399 \u1fb6=\u0391\u0342 \u1fb7=\u0391\u0342\u0399 \u1fbc=\u0391\u0399 \u1fc2=\u1fca\u0399 "
        + "\u1fc3=\u0397\u0399 \u1fc4=\u0389\u0399 \u1fc6=\u0397\u0342 \u1fc7=\u0397\u0342\u0399 \u1fcc=\u0397\u0399 "
        + "\u1fd2=\u0399\u0308\u0300 \u1fd3=\u0399\u0308\u0301 \u1fd6=\u0399\u0342 \u1fd7=\u0399\u0308\u0342 "
        + "\u1fe2=\u03a5\u0308\u0300 \u1fe3=\u03a5\u0308\u0301 \u1fe4=\u03a1\u0313 \u1fe6=\u03a5\u0342 \u1fe7=\u03a5\u0308\u0342 "
        + "\u1ff2=\u1ffa\u0399 \u1ff3=\u03a9\u0399 \u1ff4=\u038f\u0399 \u1ff6=\u03a9\u0342 \u1ff7=\u03a9\u0342\u0399 "
        + "\u1ffc=\u03a9\u0399 \ufb00=FF \ufb01=FI \ufb02=FL \ufb03=FFI \ufb04=FFL \ufb05=ST \ufb06=ST \ufb13=\u0544\u0546 "
        + "\ufb14=\u0544\u0535 \ufb15=\u0544\u053b \ufb16=\u054e\u0546 \ufb17=\u0544\u053d";

    private static readonly FrozenDictionary<int, string> Capitals = SpecialCapitals.Split(' ')
        .ToFrozenDictionary(static entry => (int)entry[0], static entry => entry[2..]);

    public static string ToUpper(string text) => Ascii.IsValid(text) ? text.ToUpperInvariant() : Map(text, static (_, c, _) => Upper(c));

    public static string ToLower(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Map(text, Lower);

    public static string CaseFold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Map(text, static (_, c, _) => Fold(c));

    public static string SwapCase(string text) => Map(text, static (text, c, index)
        => CharacterClasses.IsUpper(c) ? Lower(text, c, index) : CharacterClasses.IsLower(c) ? Upper(c) : CodePoints.ToText(c));

    /// <summary><c>str.capitalize</c>: the first letter in title case, the others small.</summary>
    public static string Capitalize(string text) => Map(text, static (text, c, index) => index == 0 ? Title(c) : Lower(text, c, index));

    /// <summary><c>str.title</c>: a letter after anything that is not a letter starts a word, so "it's" becomes "It'S".</summary>
    public static string ToTitle(string text)
    {
        var afterCased = false;
        return Map(text, (whole, c, index) =>
        {
            var mapped = afterCased ? Lower(whole, c, index) : Title(c);
            afterCased = CharacterClasses.IsCased(c);
            return mapped;
        });
    }

    private static string Map(string text, Func<string, int, int, string> map)
    {
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePoints.At(text, i, out var length);
            output.Append(map(text, codePoint, i));
            i += length;
        }

        return output.ToString();
    }

    private static string Upper(int codePoint)
    {
        if (Capitals.TryGetValue(codePoint, out var special))
            return special;
        return IsGreekWithIota(codePoint) ? $"{GreekWithIota(codePoint)}{CapitalIota}"
            : CodePoints.ToText(Rune.IsValid(codePoint) ? Rune.ToUpperInvariant(new Rune(codePoint)).Value : codePoint);
    }

    private static string Lower(string text, int codePoint, int index)
        => codePoint == CapitalSigma ? (IsFinal(text, index) ? FinalSigma : SmallSigma).ToString() : Lower(codePoint);

    private static string Lower(int codePoint)
        => codePoint == CapitalDottedI ? "i\u0307"
            : CodePoints.ToText(Rune.IsValid(codePoint) ? Rune.ToLowerInvariant(new Rune(codePoint)).Value : codePoint);

    private static string Title(int codePoint)
    {
        switch (codePoint)
        {
            case >= 0x1c4 and <= 0x1cc: // Croatian digraphs, three forms each
                return CodePoints.ToText(0x1c5 + ((codePoint - 0x1c4) / 3 * 3));
            case >= 0x1f1 and <= 0x1f3:
                return "\u01f2";
            case >= 0x10d0 and <= 0x10ff: // Georgian has no title case
                return CodePoints.ToText(codePoint);
            case 0x1fb3 or 0x1fbc:
                return "\u1fbc";
            case 0x1fc3 or 0x1fcc:
                return "\u1fcc";
            case 0x1ff3 or 0x1ffc:
                return "\u1ffc";
            default:
                return IsGreekWithIota(codePoint) ? CodePoints.ToText(codePoint | 8) : TitleOfCapitals(codePoint, Upper(codePoint));
        }
    }

    private static string TitleOfCapitals(int codePoint, string capitals)
    {
        if (capitals.Length == 1 || codePoint is > char.MaxValue or SmallNAfterApostrophe)
            return capitals;
        return capitals[^1] == CapitalIota ? capitals[..^1] + CombiningIota : capitals[0] + string.Concat(capitals[1..].Select(static c => Lower(c)));
    }

    private static string Fold(int codePoint)
    {
        if (codePoint == SmallDotlessI)
            return "\u0131";
        if (codePoint is (>= 0x13a0 and <= 0x13fd) or (>= 0xab70 and <= 0xabbf)) // Cherokee folds to capitals
            return Upper(codePoint);
        return string.Concat(CodePoints.ToArray(string.Concat(CodePoints.ToArray(Lower(codePoint)).Select(Upper))).Select(Lower));
    }

    /// <summary>The letters with a subscript iota in three regular blocks.</summary>
    private static bool IsGreekWithIota(int codePoint) => codePoint is >= 0x1f80 and <= 0x1faf;

    /// <summary>The capital of the same letter without its iota.</summary>
    private static char GreekWithIota(int codePoint) => (char)(((codePoint - 0x1f80) >> 4) switch
    {
        0 => 0x1f08,
        1 => 0x1f28,
        _ => 0x1f68,
    } + (codePoint & 7));

    /// <summary>Whether a sigma ends a word: a cased letter stands before it and none after it.</summary>
    private static bool IsFinal(string text, int index) => CasedBefore(text, index) && !CasedFrom(text, index + 1);

    private static bool CasedBefore(string text, int index)
    {
        while (index > 0)
        {
            index -= index >= 2 && CodePoints.LengthAt(text, index - 2) == 2 ? 2 : 1;
            var codePoint = CodePoints.At(text, index, out _);
            if (!CharacterClasses.IsCaseIgnorable(codePoint))
                return CharacterClasses.IsCased(codePoint);
        }

        return false;
    }

    private static bool CasedFrom(string text, int index)
    {
        while (index < text.Length)
        {
            var codePoint = CodePoints.At(text, index, out var length);
            if (!CharacterClasses.IsCaseIgnorable(codePoint))
                return CharacterClasses.IsCased(codePoint);
            index += length;
        }

        return false;
    }
}
