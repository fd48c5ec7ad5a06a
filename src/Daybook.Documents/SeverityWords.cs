
namespace Daybook.Documents;

/// <summary>The words for severities in templates and data.</summary>
public static class SeverityWords
{
    /// <summary>In any case: <c>critical</c>, <c>High</c>, …</summary>
    public static bool TryParse(string word, out Severity severity)
    {
        foreach (var candidate in Enum.GetValues<Severity>())
        {
            if (Word(candidate).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                severity = candidate;
                return true;
            }
        }

        severity = default;
        return false;
    }

    /// <summary>As every format prints it.</summary>
    public static string Word(Severity severity) => severity switch
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
