namespace Daybook.RedTeam;

/// <summary>The text of a finding that patterns are looked for in.</summary>
internal static class EvidenceText
{
    /// <summary>A longer text is looked at up to here only, and the report says so.</summary>
    public const int Limit = 200_000;

    /// <returns>Prompt, response and rationale in lower case, joined by spaces; null when there is no text at all.</returns>
    public static string? Of(Finding finding)
    {
        var parts = new[] { finding.Prompt, finding.Response, finding.Rationale }.Where(part => !string.IsNullOrEmpty(part));
        var text = string.Join(' ', parts);
        return text.Length == 0 ? null : (text.Length > Limit ? text[..Limit] : text).ToLowerInvariant();
    }

    public static bool IsCut(Finding finding) =>
        (finding.Prompt?.Length ?? 0) + (finding.Response?.Length ?? 0) + (finding.Rationale?.Length ?? 0) + 2 > Limit;

    public static bool IsRationaleOnly(Finding finding) =>
        string.IsNullOrEmpty(finding.Prompt) && string.IsNullOrEmpty(finding.Response) && !string.IsNullOrEmpty(finding.Rationale);
}
