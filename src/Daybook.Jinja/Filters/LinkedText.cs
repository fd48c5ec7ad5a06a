using System.Text;
using System.Text.RegularExpressions;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Turns URLs and mail addresses within text into HTML links, as Jinja2's <c>urlize</c> does.</summary>
internal sealed partial class LinkedText
{
    private const int PatternTimeout = 2000;
    private const string WordCharacter = @"[\p{L}\p{N}_]";

    private static readonly string[] HeadMarks = ["(", "<", "&lt;"];
    private static readonly string[] TailMarks = [")", ">", ".", ",", "\n", "&gt;"];
    private static readonly (string Start, string End)[] Pairs = [("(", ")"), ("<", ">"), ("&lt;", "&gt;")];

    private readonly long? _shownLength;
    private readonly string _attributes;
    private readonly List<string> _schemes;

    /// <param name="shownLength">Longer URLs are shown cut off; None for no limit.</param>
    /// <param name="noFollow">Adds <c>nofollow</c> to the links.</param>
    /// <param name="target">The links' target; None for none.</param>
    /// <param name="rel">More relations of the links; None for none.</param>
    /// <param name="schemes">Beginnings that make a word a link beside those known; None for none.</param>
    public LinkedText(object? shownLength, bool noFollow, object? target, object? rel, object? schemes)
    {
        _shownLength = shownLength is null ? null : Given.Integer(shownLength);
        var relations = TextSplitting.Split(rel is null ? "" : PyText.Str(rel), null, -1).Append("noopener");
        if (noFollow)
            relations = relations.Append("nofollow");
        var joined = string.Join(' ', relations.Distinct().Order(StringComparer.Ordinal));
        _attributes = $" rel=\"{Escaper.Html.Escape(joined)}\"";
        if (PyTruth.IsTrue(target))
            _attributes += $" target=\"{Escaper.Html.Escape(target)}\"";
        _schemes = schemes is null ? [] : PyContainer.ToList(schemes).ConvertAll(CheckedScheme);
    }

    public string Of(object? value)
    {
        var text = Escaper.Html.Escape(value).Text;
        var output = new StringBuilder(text.Length);
        try
        {
            for (var i = 0; i < text.Length;)
            {
                var start = i;
                while (i < text.Length && !CharacterClasses.IsSpace(text[i]))
                    i++;
                if (i > start)
                    output.Append(Word(text[start..i]));
                for (; i < text.Length && CharacterClasses.IsSpace(text[i]); i++)
                    output.Append(text[i]);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            throw PyErrors.Limit("the text takes too long to search for links");
        }

        return output.ToString();
    }

    private static string CheckedScheme(object? scheme)
    {
        var text = Given.TextOrNull(scheme) ?? throw PyErrors.Type($"expected string or bytes-like object, got '{PyType.NameOf(scheme)}'");
        return SchemePattern().IsMatch(text) ? text : throw PyErrors.FilterArgument($"{PyText.Repr(scheme)} is not a valid URI scheme prefix.");
    }

    private string Word(string word)
    {
        var head = RunLength(word, HeadMarks);
        var middle = word[head..];
        var tail = TailLength(middle);
        var (link, rest) = Balance(middle[..^tail], middle[^tail..]);
        return word[..head] + Link(link) + rest;
    }

    private static int RunLength(string text, string[] marks)
    {
        var length = 0;
        while (Array.Find(marks, mark => text.AsSpan(length).StartsWith(mark)) is { } mark)
            length += mark.Length;
        return length;
    }

    private static int TailLength(string text)
    {
        var length = 0;
        while (Array.Find(TailMarks, mark => text.AsSpan(0, text.Length - length).EndsWith(mark)) is { } mark)
            length += mark.Length;
        return length;
    }

    /// <summary>Closing brackets after the word that match opening ones within it belong to it.</summary>
    private static (string Middle, string Tail) Balance(string middle, string tail)
    {
        foreach (var (start, end) in Pairs)
        {
            var opened = middle.AsSpan().Count(start);
            if (opened <= middle.AsSpan().Count(end))
                continue;
            for (var moves = Math.Min(opened, tail.AsSpan().Count(end)); moves > 0; moves--)
            {
                var taken = tail.IndexOf(end, StringComparison.Ordinal) + end.Length;
                middle += tail[..taken];
                tail = tail[taken..];
            }
        }

        return (middle, tail);
    }

    private string Link(string word)
    {
        const string mailTo = "mailto:";
        if (UrlPattern().IsMatch(word))
        {
            var hasScheme = word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal);
            return $"<a href=\"{(hasScheme ? "" : "https://")}{word}\"{_attributes}>{Shown(word)}</a>";
        }

        if (word.StartsWith(mailTo, StringComparison.Ordinal) && MailPattern().IsMatch(word[mailTo.Length..]))
            return $"<a href=\"{word}\">{word[mailTo.Length..]}</a>";
        if (word.Contains('@') && !word.StartsWith("www.", StringComparison.Ordinal) && !word.Contains(':') && MailPattern().IsMatch(word))
            return $"<a href=\"{mailTo}{word}\">{word}</a>";
        foreach (var scheme in _schemes.Where(scheme => word != scheme && word.StartsWith(scheme, StringComparison.Ordinal)))
            word = $"<a href=\"{word}\"{_attributes}>{word}</a>";
        return word;
    }

    private string Shown(string url)
        => CodePoints.Count(url) > _shownLength ? $"{PyContainer.Slice(url, null, _shownLength, null)}..." : url;

    [GeneratedRegex($@"\A(?:{WordCharacter}|[.+-]){{2,}}:/{{0,2}}\z", RegexOptions.CultureInvariant, PatternTimeout)]
    private static partial Regex SchemePattern();

    [GeneratedRegex($@"\A\S+@{WordCharacter}(?:{WordCharacter}|[.-])*\.{WordCharacter}+\n?\z", RegexOptions.CultureInvariant, PatternTimeout)]
    private static partial Regex MailPattern();

    /// <summary>With scheme or www: any domain, an IPv4 or IPv6 address; without: the first top-level domains only. Then port, and path.</summary>
    [GeneratedRegex(
        $@"\A(?:(?:https?://|www\.)(?:(?:(?:{WordCharacter}|[%-])+\.)+)?(?:[a-z]{{2,63}}|xn--(?:{WordCharacter}|%){{2,59}})"
        + $@"|(?:(?:{WordCharacter}|[%-]){{2,63}}\.)+(?:com|net|int|edu|gov|org|info|mil)"
        + @"|https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\]))"
        + @"(?::\d{1,5})?(?:[/?#]\S*)?\n?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        PatternTimeout)]
    private static partial Regex UrlPattern();
}
