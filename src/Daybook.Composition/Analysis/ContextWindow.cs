using System.Globalization;
using System.Text;

namespace Daybook.Composition;

/// <summary>Keeps a prompt within its tokens. There is no tokeniser here that every model would agree with: three bytes of UTF-8 count as one token, which is more than models count.</summary>
internal static class ContextWindow
{
    private const int BytesPerToken = 3;
    private const int LeastTokens = 50;
    private const string CutNote = "\n[The data ends here: the rest did not fit.]";

    /// <returns>The prompt, cut at its end where it is too long, and how many characters were cut.</returns>
    /// <exception cref="CompositionException">Nothing would be left for the prompt.</exception>
    public static (string Prompt, int CutCharacters) Fit(string prompt, string system, AnalysisConfig config)
    {
        var room = (config.ContextWindow - (long)config.MaxTokens) * BytesPerToken - Encoding.UTF8.GetByteCount(system);
        if (room < LeastTokens * BytesPerToken)
        {
            throw new CompositionException(
                SectionCodes.ContextTooSmall,
                string.Create(CultureInfo.InvariantCulture, $"context_window ({config.ContextWindow}) has no room for a prompt beside max_tokens ({config.MaxTokens}); raise context_window or lower max_tokens."));
        }

        if (prompt.Length <= room / BytesPerToken || Encoding.UTF8.GetByteCount(prompt) <= room)
            return (prompt, 0);
        var kept = Longest(prompt, room - Encoding.UTF8.GetByteCount(CutNote) - BytesPerToken);
        var isOpen = kept.LastIndexOf('⟦') > kept.LastIndexOf('⟧');
        return ($"{kept}{(isOpen ? "⟧" : "")}{CutNote}", prompt.Length - kept.Length);
    }

    private static string Longest(string text, long bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
