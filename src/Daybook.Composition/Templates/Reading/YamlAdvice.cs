using YamlDotNet.Core;

namespace Daybook.Composition;

/// <summary>Says in plain words what the YAML parser stumbled over.</summary>
internal static class YamlAdvice
{
    public static NodeRefusedException Explain(YamlException problem, string text, LineMap lines)
    {
        var start = lines.PlaceOf((int)problem.Start.Index);
        var end = lines.PlaceOf((int)problem.End.Index);
        var words = problem.Message;
        if (Says("tab"))
        {
            return new(
                DiagnosticCodes.InvalidYaml,
                FirstTab(text, lines, start),
                "a tab stands where YAML wants spaces",
                "Indent with spaces only.");
        }

        if (Says("cannot start any token"))
        {
            return new(
                DiagnosticCodes.InvalidYaml,
                start,
                $"a value cannot start with '{text[(int)problem.Start.Index]}'",
                "Put the value into quotes.");
        }

        if (Says("quoted scalar"))
        {
            return new(
                DiagnosticCodes.InvalidYaml,
                start,
                "the quoted text that starts here is not closed or not valid",
                $"Look for a missing quote before line {end.Line}, or an unknown escape after a backslash.");
        }

        if (Says("invalid mapping"))
        {
            return new(
                DiagnosticCodes.InvalidYaml,
                end,
                "a second ': ' stands in the same value",
                "Put a value that contains ': ' into quotes.");
        }

        if (Says("did not find expected"))
        {
            return new(
                DiagnosticCodes.InvalidYaml,
                end,
                "this line does not fit the indentation or brackets around it",
                "Give the keys of one object the same indentation, start list items with '- ', and close every bracket.");
        }

        return new(DiagnosticCodes.InvalidYaml, end, $"not valid YAML: {words.TrimEnd('.')}");

        bool Says(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    public static NodeRefusedException Unclosed(SourceLocation place) =>
        new(
            DiagnosticCodes.InvalidYaml,
            place,
            "not valid YAML; most likely a list or object in brackets is not closed before here",
            "Close it with ']' or '}', or put a text that starts with '[' or '{' into quotes.");

    /// <param name="mapping">Offset at which the object with the key starts.</param>
    public static NodeRefusedException KeyNotText(SourceLocation place, string text, int mapping) =>
        string.CompareOrdinal(text, mapping, "{{", 0, 2) == 0
            ? new(DiagnosticCodes.InvalidYaml, place, "YAML reads '{{' without quotes as an object", "Put a text that starts with '{{' into quotes, or on its own lines after '|'.")
            : new(DiagnosticCodes.InvalidYaml, place, "the key of an object must be a text");

    private static SourceLocation FirstTab(string text, LineMap lines, SourceLocation from)
    {
        for (var offset = lines.StartOf(from.Line); offset < text.Length; offset++)
        {
            if (text[offset] == '\t')
                return lines.PlaceOf(offset);
            if (text[offset] is not (' ' or '\n' or '\r'))
                offset = text.IndexOf('\n', offset) is var next and >= 0 ? next : text.Length;
        }

        return from;
    }
}
