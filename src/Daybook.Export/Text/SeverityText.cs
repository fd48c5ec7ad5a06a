using Daybook.Documents;

namespace Daybook.Export;

internal static class SeverityText
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "Info",
        Severity.Unknown => "Unknown",
        Severity.Minimal => "Minimal",
        Severity.Low => "Low",
        Severity.Medium => "Medium",
        Severity.High => "High",
        Severity.Critical => "Critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
