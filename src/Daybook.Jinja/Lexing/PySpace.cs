using Daybook.Jinja.Python;

namespace Daybook.Jinja.Lexing;

/// <summary>White space as Python's <c>str.isspace</c> and <c>\s</c> see it.</summary>
internal static class PySpace
{
    public static bool Is(char character) => CharacterClasses.IsSpace(character);

    public static int SkipFrom(string text, int start)
    {
        while (start < text.Length && Is(text[start]))
            start++;
        return start;
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && Is(text[end - 1]))
            end--;
        return end;
    }
}
