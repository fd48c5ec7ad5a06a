namespace Daybook.RedTeam;

/// <summary>A finding that fits the pattern; text redacted and cut to 200 characters.</summary>
internal sealed record PatternExample(string Text, string? Model, string Scorer, string SourceFile, long SourceLine)
{
    private const int Length = 200;

    public static PatternExample Of(Finding finding, Redactor redactor) => new(
        redactor.Redact(finding.Prompt ?? finding.Response ?? finding.Rationale ?? "", Length),
        finding.Model,
        finding.Scorer,
        finding.SourceFile,
        finding.SourceLine);
}
