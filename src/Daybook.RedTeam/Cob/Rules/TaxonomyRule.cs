namespace Daybook.RedTeam;

/// <summary>R23: the technique of a critical or high finding, by the first word found in the scorer's name or the rationale.</summary>
internal static class TaxonomyRule
{
    private static readonly (string[] Words, Technique Technique)[] ByWord =
    [
        (["inject"], Technique.PromptInjection),
        (["code", "script"], Technique.CodeGeneration),
        (["privilege", "admin", "root"], Technique.RoleManipulation),
        (["bypass", "evade"], Technique.SafetyBypass),
        (["data", "extract", "leak"], Technique.DataExtraction),
    ];

    /// <param name="promptType">What the source says about the prompt; null where it says nothing.</param>
    /// <param name="containsCode">What the source says about the response.</param>
    public static Technique Of(string scorer, string? rationale, string? promptType = null, bool containsCode = false)
    {
        foreach (var (words, technique) in ByWord)
        {
            if (words.Any(word => Contains(scorer, word) || Contains(rationale, word)))
                return technique;
        }

        return promptType == "privilege_escalation" ? Technique.SystemPromptOverride
            : containsCode ? Technique.CodeGeneration
            : Technique.Unclassified;
    }

    private static bool Contains(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
