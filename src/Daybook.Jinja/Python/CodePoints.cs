using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Text by code point, as Python counts it, over .NET's UTF-16 units. A lone surrogate is a code point of its own.</summary>
internal static class CodePoints
{
    private static readonly string[] Latin1 = [.. Enumerable.Range(0, 256).Select(code => ((char)code).ToString())];

    /// <summary>Whether every UTF-16 unit is a code point, so that indexes agree.</summary>
    public static bool AreUnits(string text) => text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0;

    public static int At(string text, int index, out int length)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, text[index + 1]);
        }

        length = 1;
        return c;
    }

    /// <summary><c>len(text)</c>.</summary>
    public static int Count(string text)
    {
        if (AreUnits(text))
            return text.Length;
        var count = 0;
        for (var i = 0; i < text.Length; i += LengthAt(text, i))
            count++;
        return count;
    }

    /// <summary>How many UTF-16 units the code point at an index takes.</summary>
    public static int LengthAt(string text, int index)
        => char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>The UTF-16 index of a code point's index (which may be the end).</summary>
    public static int UnitIndex(string text, int codePointIndex)
    {
        if (AreUnits(text))
            return codePointIndex;
        var unit = 0;
        for (var i = 0; i < codePointIndex && unit < text.Length; i++)
            unit += LengthAt(text, unit);
        return unit;
    }

    /// <summary>The code points as UTF-32.</summary>
    public static int[] ToArray(string text)
    {
        var result = new int[Count(text)];
        var unit = 0;
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = At(text, unit, out var length);
            unit += length;
        }

        return result;
    }

    public static string ToText(IEnumerable<int> codePoints)
    {
        var output = new StringBuilder();
        foreach (var codePoint in codePoints)
            Append(output, codePoint);
        return output.ToString();
    }

    public static string ToText(int codePoint)
        => codePoint < Latin1.Length ? Latin1[codePoint] : codePoint <= char.MaxValue ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);

    public static void Append(StringBuilder output, int codePoint)
    {
        if (codePoint <= char.MaxValue)
            output.Append((char)codePoint);
        else
            output.Append(char.ConvertFromUtf32(codePoint));
    }

    /// <summary>One code point as text; those up to U+00FF are not allocated anew.</summary>
    public static string TextAt(string text, int index, out int length)
    {
        length = LengthAt(text, index);
        return length == 1 && text[index] < Latin1.Length ? Latin1[text[index]] : text.Substring(index, length);
    }

    /// <summary>One text for each code point.</summary>
    public static IEnumerator<object?> Enumerate(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            yield return TextAt(text, i, out var length);
            i += length;
        }
    }

    /// <summary>Order by code point; differs from ordinal order where surrogates meet U+E000 and above.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        var (a, b) = (left[common], right[common]);
        var surrogates = char.IsSurrogate(a).CompareTo(char.IsSurrogate(b));
        return surrogates != 0 && a >= '\ud800' && b >= '\ud800' ? surrogates : a.CompareTo(b);
    }

    /// <summary>Python's <c>isprintable</c> for one code point.</summary>
    public static bool IsPrintable(int codePoint) => codePoint == ' ' || CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
