using System.Globalization;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>One critical or high finding, traceable to its line. Texts are redacted and cut to 500 characters.</summary>
/// <param name="Score">As the tool gave it, in text.</param>
/// <param name="Timestamp">In the report's zone; null without a time.</param>
internal sealed record RawResult(
    FindingSeverity Severity,
    string? RunId,
    string? Model,
    string Attack,
    string Scorer,
    string? Score,
    string? Prompt,
    string? Response,
    string? Rationale,
    DateTimeOffset? Timestamp,
    string SourceFile,
    long SourceLine)
{
    private const int Length = 500;

    public static RawResult Of(Finding finding, DateTimeZone zone, Redactor redactor) => new(
        finding.Severity,
        finding.RunId,
        finding.Model,
        finding.Attack,
        finding.Scorer,
        Convert.ToString(finding.Value, CultureInfo.InvariantCulture),
        Text(finding.Prompt, redactor),
        Text(finding.Response, redactor),
        Text(finding.Rationale, redactor),
        finding.Timestamp?.InZone(zone).ToDateTimeOffset(),
        finding.SourceFile,
        finding.SourceLine);

    private static string? Text(string? text, Redactor redactor) => text is null ? null : redactor.Redact(text, Length);
}
