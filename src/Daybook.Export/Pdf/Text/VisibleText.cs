using System.Buffers;
using System.Globalization;
using System.Text;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Text as paper may show it: line ends of the data are spaces, and what no eye can see is shown by its code.</summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\r\n\t" + HiddenCharacters.All);

    /// <summary>For places that hold nothing but plain text, such as bookmarks: hidden characters become U+FFFD.</summary>
    public static string Plain(string text)
    {
        if (IsPlain(text))
            return text;
        var plain = new StringBuilder(text.Length);
        Walk(text, (part, hidden) => plain.Append(hidden is null ? part : "\uFFFD"));
        return plain.ToString();
    }

    /// <summary>The text cut to so many characters, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Adds the text as spans like the given one; hidden characters stand as <c>U+202E</c> in a style of their own.</summary>
    public static void Add(List<TextSpan> spans, string text, TextSpan like, PdfStyles styles)
    {
        if (IsPlain(text))
        {
            spans.Add(like.Text == text ? like : like with { Text = text });
            return;
        }

        AddParts(spans, text, like, styles);
    }

    /// <summary>Apart, because a method that has a lambda makes the object for its variables even where the lambda is not needed.</summary>
    private static void AddParts(List<TextSpan> spans, string text, TextSpan like, PdfStyles styles) =>
        Walk(text, (part, hidden) => spans.Add(hidden is { } code ? styles.HiddenCharacter(code, like) : like with { Text = part }));

    /// <summary>Whether the text is shown as it is.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAny(Special) < 0;

    private static void Walk(string text, Action<string, int?> take)
    {
        var rest = text.AsSpan();
        var plain = new StringBuilder();
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            plain.Append(rest[..at]);
            var length = 1;
            if (rest[at] is '\r' or '\n' or '\t')
            {
                if (rest[at] != '\r' || at + 1 == rest.Length || rest[at + 1] != '\n')
                    plain.Append(' ');
            }
            else if (HiddenCharacters.At(rest[at..], out length) is { } code)
            {
                Flush();
                take("", code);
            }
            else
            {
                plain.Append(rest.Slice(at, length));
            }

            rest = rest[(at + length)..];
        }

        plain.Append(rest);
        Flush();

        void Flush()
        {
            if (plain.Length > 0)
                take(plain.ToString(), null);
            plain.Clear();
        }
    }

    public static string CodeOf(int hidden) => "U+" + hidden.ToString("X4", CultureInfo.InvariantCulture);
}
