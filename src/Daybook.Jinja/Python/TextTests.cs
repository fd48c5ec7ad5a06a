namespace Daybook.Jinja.Python;

/// <summary>The <c>is…</c> methods of text.</summary>
internal static class TextTests
{
    /// <summary>Whether there is a code point, and every one passes.</summary>
    public static bool All(string text, Func<int, bool> test) => text.Length > 0 && Array.TrueForAll(CodePoints.ToArray(text), c => test(c));

    /// <summary>Whether there is a cased letter, and every one is small.</summary>
    public static bool IsLower(string text) => AllCased(text, CharacterClasses.IsLower);

    /// <summary>Whether there is a cased letter, and every one is a capital.</summary>
    public static bool IsUpper(string text) => AllCased(text, CharacterClasses.IsUpper);

    /// <summary>Whether capitals start words, and only they do.</summary>
    public static bool IsTitle(string text)
    {
        var (found, afterCased) = (false, false);
        foreach (var codePoint in CodePoints.ToArray(text))
        {
            if (CharacterClasses.IsUpper(codePoint) || CharacterClasses.IsTitle(codePoint))
            {
                if (afterCased)
                    return false;
                found = afterCased = true;
            }
            else if (CharacterClasses.IsLower(codePoint))
            {
                if (!afterCased)
                    return false;
            }
            else
            {
                afterCased = false;
            }
        }

        return found;
    }

    public static bool IsIdentifier(string text)
    {
        var codePoints = CodePoints.ToArray(text);
        return codePoints.Length > 0 && CharacterClasses.IsIdentifierStart(codePoints[0])
            && Array.TrueForAll(codePoints, static c => CharacterClasses.IsIdentifierPart(c));
    }

    private static bool AllCased(string text, Func<int, bool> test)
    {
        var cased = Array.FindAll(CodePoints.ToArray(text), static c => CharacterClasses.IsCased(c));
        return cased.Length > 0 && Array.TrueForAll(cased, c => test(c));
    }
}
