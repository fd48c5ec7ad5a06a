using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>A word or a run of white space on its way into lines; cutting it copies nothing.</summary>
/// <param name="Source">The text it lies in.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Units">Its length in UTF-16 units.</param>
/// <param name="Length">Its length in code points.</param>
internal readonly record struct TextChunk(string Source, int Start, int Units, int Length)
{
    public ReadOnlySpan<char> Text => Source.AsSpan(Start, Units);

    public bool IsBlank
    {
        get
        {
            foreach (var c in Text)
            {
                if (!CharacterClasses.IsSpace(c))
                    return false;
            }

            return true;
        }
    }

    public static TextChunk Of(string text) => new(text, 0, text.Length, CodePoints.Count(text));

    /// <summary>The first so many code points, and the rest.</summary>
    public (TextChunk Head, TextChunk Tail) Cut(int length)
    {
        var units = 0;
        for (var i = 0; i < length; i++)
            units += CodePoints.LengthAt(Source, Start + units);
        return (this with { Units = units, Length = length }, new TextChunk(Source, Start + units, Units - units, Length - length));
    }
}
