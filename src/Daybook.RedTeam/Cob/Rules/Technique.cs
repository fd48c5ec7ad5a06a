namespace Daybook.RedTeam;

/// <summary>A technique of the taxonomy, with its tactic.</summary>
/// <param name="TacticId">Null for <see cref="Unclassified"/>, as is <paramref name="Tactic"/>.</param>
internal sealed record Technique(string? TacticId, string? Tactic, string Id, string Name)
{
    public static Technique PromptInjection { get; } = new("TA001", "Initial Access", "T001.1", "Prompt Injection");

    public static Technique CodeGeneration { get; } = new("TA002", "Execution", "T002.1", "Code Generation");

    public static Technique RoleManipulation { get; } = new("TA004", "Privilege Escalation", "T004.1", "Role Manipulation");

    public static Technique SystemPromptOverride { get; } = new("TA004", "Privilege Escalation", "T004.2", "System Prompt Override");

    public static Technique SafetyBypass { get; } = new("TA005", "Defense Evasion", "T005.3", "Safety Bypass");

    public static Technique DataExtraction { get; } = new("TA006", "Information Disclosure", "T006.1", "Data Extraction");

    public static Technique Unclassified { get; } = new(null, null, "unclassified", "Unclassified");
}
