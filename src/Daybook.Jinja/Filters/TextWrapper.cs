using System.Text.RegularExpressions;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Python's <c>textwrap.TextWrapper</c>, as the filter <c>wordwrap</c> sets it up.</summary>
/// <param name="width">The longest line, in code points; at least 1.</param>
/// <param name="breakLongWords">Whether a word longer than a line is cut.</param>
/// <param name="breakOnHyphens">Whether a line may end after a hyphen within a word.</param>
/// <param name="state">The rendering.</param>
internal sealed partial class TextWrapper(long width, bool breakLongWords, bool breakOnHyphens, RenderState state)
{
    private const string Space = @"[\t\n\v\f\r ]";
    private const string NoSpace = @"[^\t\n\v\f\r ]";
    private const string WordOrPunctuation = @"[\p{L}\p{N}_!""'&.,?]";
    private const string Letter = @"(?:[\p{L}_]|(?!\p{Nd})\p{N})";
    private const string WordCharacter = @"[\p{L}\p{N}_]";
    private const int PatternTimeout = 2000;

    public IEnumerable<string> Wrap(string text)
    {
        var chunks = Chunks(text);
        chunks.Reverse();
        var isFirst = true;
        while (chunks.Count > 0)
        {
            state.Step();
            if (IsBlank(chunks[^1]) && !isFirst)
                Pop(chunks);
            var line = TakeLine(chunks);
            if (line.Count == 0)
                continue;
            isFirst = false;
            yield return string.Concat(line);
        }
    }

    private List<string> TakeLine(List<string> chunks)
    {
        var line = new List<string>();
        var length = 0L;
        while (chunks.Count > 0 && length + CodePoints.Count(chunks[^1]) <= width)
        {
            length += CodePoints.Count(chunks[^1]);
            line.Add(Pop(chunks));
        }

        if (chunks.Count > 0 && CodePoints.Count(chunks[^1]) > width)
            TakeLongWord(chunks, line, (int)(width - length));
        if (line.Count > 0 && IsBlank(line[^1]))
            Pop(line);
        return line;
    }

    /// <summary>Fills the line with as much of a word as fits, or takes it whole onto a line of its own.</summary>
    private void TakeLongWord(List<string> chunks, List<string> line, int room)
    {
        if (!breakLongWords)
        {
            if (line.Count == 0)
                line.Add(Pop(chunks));
            return;
        }

        var chunk = Pop(chunks);
        var end = CodePoints.UnitIndex(chunk, room);
        var hyphen = breakOnHyphens && CodePoints.Count(chunk) > room ? chunk.LastIndexOf('-', Math.Max(end - 1, 0), end) : -1;
        if (hyphen > 0 && chunk.AsSpan(0, hyphen).ContainsAnyExcept('-'))
            end = hyphen + 1;
        line.Add(chunk[..end]);
        chunks.Add(chunk[end..]);
    }

    private List<string> Chunks(string text)
    {
        try
        {
            return [.. (breakOnHyphens ? HyphenatedWords() : PlainWords()).Split(text).Where(static chunk => chunk.Length > 0)];
        }
        catch (RegexMatchTimeoutException)
        {
            throw PyErrors.Limit("the text takes too long to wrap");
        }
    }

    private static bool IsBlank(string chunk) => TextSplitting.Strip(chunk).Length == 0;

    private static string Pop(List<string> chunks)
    {
        var last = chunks[^1];
        chunks.RemoveAt(chunks.Count - 1);
        return last;
    }

    /// <summary>White space, dashes between words, and words cut after their hyphens.</summary>
    [GeneratedRegex(
        $"({Space}+|(?<={WordOrPunctuation})-{{2,}}(?={WordCharacter})|{NoSpace}+?(?:"
        + $"-(?:(?<={Letter}{{2}}-)|(?<={Letter}-{WordOrPunctuation}-))(?={Letter}-?{Letter})|(?={Space}|\\z)|(?<={WordOrPunctuation})(?=-{{2,}}{WordCharacter})))",
        RegexOptions.CultureInvariant,
        PatternTimeout)]
    private static partial Regex HyphenatedWords();

    [GeneratedRegex($"({Space}+)", RegexOptions.CultureInvariant, PatternTimeout)]
    private static partial Regex PlainWords();
}
