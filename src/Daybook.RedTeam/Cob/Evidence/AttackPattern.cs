using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Daybook.RedTeam;

/// <summary>R6: words and expressions by which an attack is recognised in lower-cased text.</summary>
internal sealed class AttackPattern
{
    private const decimal MatchesAbove = 0.3m;

    private readonly ImmutableArray<Regex> _expressions;

    /// <param name="expressions">Run by an engine whose time is linear in the text.</param>
    public AttackPattern(
        string name, string description, decimal multiplier, ImmutableArray<string> keywords, ImmutableArray<string> expressions)
    {
        Name = name;
        Description = description;
        Multiplier = multiplier;
        Keywords = keywords;
        _expressions =
            [.. expressions.Select(text => new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];
    }

    public static ImmutableArray<AttackPattern> Standard { get; } =
    [
        new(
            "prompt_injection",
            "Tries to overrule the system's instructions",
            1.5m,
            ["ignore", "instruction", "system", "override", "forget"],
            ["ignore.*previous", "system.*admin", "forget.*rules"]),
        new(
            "privilege_escalation",
            "Tries to gain higher rights",
            2.0m,
            ["admin", "root", "sudo", "privilege", "escalate"],
            ["admin.*access", "root.*permission", "privilege.*escalation"]),
        new(
            "code_injection",
            "Tries to run code",
            1.8m,
            ["script", "execute", "eval", "import", "subprocess"],
            ["<script.*>", "```.*python", @"eval\(", @"exec\("]),
        new(
            "data_extraction",
            "Tries to obtain protected data",
            1.7m,
            ["extract", "dump", "leak", "expose", "reveal"],
            ["extract.*data", "dump.*database", "reveal.*secret"]),
        new(
            "jailbreak_attempt",
            "Tries to switch off safety rules",
            2.2m,
            ["jailbreak", "bypass", "circumvent", "workaround"],
            ["bypass.*filter", "circumvent.*safety", "jailbreak.*mode"]),
    ];

    public string Name { get; }

    public string Description { get; }

    public decimal Multiplier { get; }

    public ImmutableArray<string> Keywords { get; }

    /// <returns>0–1: how well the text fits; each keyword and expression counts once.</returns>
    public decimal Score(string lowerCased)
    {
        var keywordHits = Keywords.Count(keyword => lowerCased.Contains(keyword, StringComparison.Ordinal));
        var expressionHits = _expressions.Count(expression => expression.IsMatch(lowerCased));

        // One division at the end keeps worked examples exact: (4/5·0.6 + 1/3·0.4)·1.5 is 0.92, not 0.9199….
        var weighted = 6m * keywordHits * _expressions.Length + 4m * expressionHits * Keywords.Length;
        return Math.Min(1m, weighted * Multiplier / (10m * Keywords.Length * _expressions.Length));
    }

    public static bool Matches(decimal score) => score > MatchesAbove;
}
