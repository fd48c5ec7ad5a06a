using System.Text;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Says in plain words what the JSON parser stumbled over.</summary>
internal static class JsonAdvice
{
    public static NodeRefusedException Explain(JsonException problem, byte[] bytes, LineMap lines)
    {
        var offset = OffsetOf(problem, bytes);
        var place = lines.PlaceOf(Encoding.UTF8.GetCharCount(bytes.AsSpan(0, offset)));
        var words = problem.Message;
        if (words.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase))
            return new(DiagnosticCodes.TooDeep, place, $"more than {NodeLimits.Depth} lists and objects inside each other");
        if (offset >= bytes.Length)
            return Refuse("the text ends too early", "A closing quote, ']' or '}' is missing.");
        if (words.Contains("trailing comma", StringComparison.OrdinalIgnoreCase))
            return Refuse("a comma stands before a closing bracket", "Remove the comma after the last value.");
        return bytes[offset] switch
        {
            (byte)'/' or (byte)'#' => Refuse("a comment stands here", "JSON has no comments; write the template as YAML to use them."),
            (byte)'\'' => Refuse("a single quote stands here", "JSON wants double quotes."),
            (byte)'\t' or (byte)'\r' or (byte)'\n' => Refuse("a text is not closed on its line", @"A text in JSON stays on one line; write \n for a line break and \t for a tab."),
            _ => Refuse(words.IndexOf(" LineNumber:", StringComparison.Ordinal) is var cut and >= 0 ? words[..cut].TrimEnd('.') : words, null),
        };

        NodeRefusedException Refuse(string reason, string? advice) => new(DiagnosticCodes.InvalidJson, place, $"not valid JSON: {reason}", advice);
    }

    /// <summary>The parser gives lines that end in <c>\n</c> and bytes within them.</summary>
    private static int OffsetOf(JsonException problem, byte[] bytes)
    {
        var offset = 0;
        for (var line = 0L; line < (problem.LineNumber ?? 0); line++)
            offset += bytes.AsSpan(offset).IndexOf((byte)'\n') + 1;
        return (int)Math.Min(offset + (problem.BytePositionInLine ?? 0), bytes.Length);
    }
}
