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
        var cut = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var advice = offset < bytes.Length ? AdviceFor(words, bytes[offset]) : "The text ends too early: a closing quote, ']' or '}' is missing.";
        return new(DiagnosticCodes.InvalidJson, place, $"not valid JSON: {(cut < 0 ? words : words[..cut]).TrimEnd('.')}", advice);
    }

    private static string? AdviceFor(string words, byte found)
    {
        if (words.Contains("trailing comma", StringComparison.OrdinalIgnoreCase))
            return "Remove the comma after the last value.";
        return found switch
        {
            (byte)'/' or (byte)'#' => "JSON has no comments; write the template as YAML to use them.",
            (byte)'\'' => "JSON wants double quotes.",
            (byte)'\t' or (byte)'\r' or (byte)'\n' => @"A text in JSON stays on one line; write \n for a line break and \t for a tab.",
            _ => null,
        };
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
