using Daybook.Documents;

namespace Daybook.Export;

internal static class HtmlSeverity
{
    /// <summary>The severity as colour, shape (drawn by the style sheet) and word.</summary>
    public static void Badge(Severity severity, HtmlWriter writer) =>
        writer.Raw("<span class=\"badge "u8).Raw(Class(severity)).Raw("\">"u8).Text(SeverityWords.Word(severity)).Raw("</span>"u8);

    public static string Class(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Unknown => "unknown",
        Severity.Minimal => "minimal",
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
