using System.Text;
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
        var isFirst = true;
        while (chunks.Count > 0)
        {
            state.Step();
            if (chunks.Peek().IsBlank && !isFirst)
                chunks.Pop();
            var line = TakeLine(chunks);
            if (line.Count == 0)
                continue;
            isFirst = false;
            yield return Join(line);
        }
    }

    private List<TextChunk> TakeLine(Stack<TextChunk> chunks)
    {
        var line = new List<TextChunk>();
        var length = 0L;
        while (chunks.Count > 0 && length + chunks.Peek().Length <= width)
        {
            length += chunks.Peek().Length;
            line.Add(chunks.Pop());
        }

        if (chunks.Count > 0 && chunks.Peek().Length > width)
            TakeLongWord(chunks, line, (int)(width - length));
        if (line.Count > 0 && line[^1].IsBlank)
            line.RemoveAt(line.Count - 1);
        return line;
    }

    /// <summary>Fills the line with as much of a word as fits, or takes it whole onto a line of its own.</summary>
    private void TakeLongWord(Stack<TextChunk> chunks, List<TextChunk> line, int room)
    {
        if (!breakLongWords)
        {
            if (line.Count == 0)
                line.Add(chunks.Pop());
            return;
        }

        var (head, tail) = chunks.Peek().Cut(room);
        var hyphen = breakOnHyphens ? head.Text.LastIndexOf('-') : -1;
        if (hyphen > 0 && head.Text[..hyphen].ContainsAnyExcept('-'))
            (head, tail) = chunks.Peek().Cut(CodePoints.Count(head.Text[..(hyphen + 1)].ToString()));
        chunks.Pop();
        line.Add(head);
        chunks.Push(tail);
    }

    private static string Join(List<TextChunk> line)
    {
        var output = new StringBuilder();
        foreach (var chunk in line)
            output.Append(chunk.Text);
        return output.ToString();
    }

    /// <summary>The text's words and spaces, the first on top.</summary>
    private Stack<TextChunk> Chunks(string text)
    {
        try
        {
            var words = (breakOnHyphens ? HyphenatedWords() : PlainWords()).Split(text);
            return new(words.Where(static word => word.Length > 0).Select(TextChunk.Of).Reverse());
        }
        catch (RegexMatchTimeoutException)
        {
            throw PyErrors.Limit("the text takes too long to wrap");
        }
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
