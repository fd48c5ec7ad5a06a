using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>A framework with its requirements. The mapping of tags is Daybook's own, except OWASP's, whose numbers the tags carry.</summary>
internal sealed record Framework(string Id, string Name, string Edition, ImmutableArray<Requirement> Requirements)
{
    /// <summary>The tags <c>owasp:llm01</c> to <c>owasp:llm10</c> that garak writes number the edition of 2023.</summary>
    public static Framework Owasp { get; } = new(
        "owasp_llm",
        "OWASP Top 10 for LLM Applications",
        "2023 (version 1.1)",
        [
            new("LLM01", "Prompt Injection", ["owasp:llm01"]),
            new("LLM02", "Insecure Output Handling", ["owasp:llm02"]),
            new("LLM03", "Training Data Poisoning", ["owasp:llm03"]),
            new("LLM04", "Model Denial of Service", ["owasp:llm04"]),
            new("LLM05", "Supply Chain Vulnerabilities", ["owasp:llm05"]),
            new("LLM06", "Sensitive Information Disclosure", ["owasp:llm06"]),
            new("LLM07", "Insecure Plugin Design", ["owasp:llm07"]),
            new("LLM08", "Excessive Agency", ["owasp:llm08"]),
            new("LLM09", "Overreliance", ["owasp:llm09"]),
            new("LLM10", "Model Theft", ["owasp:llm10"]),
        ]);

    public static Framework Nist { get; } = new(
        "nist_ai_rmf",
        "NIST AI Risk Management Framework",
        "1.0 (2023), Measure 2",
        [
            new("MEASURE 2.5", "Valid and reliable", ["owasp:llm09", "avid-effect:performance:P02*", "misinformation"]),
            new("MEASURE 2.6", "Safe", ["avid-effect:ethics:E03*", "avid-effect:performance:P04*", "quality:Behavioral:*", "self_harm", "violence"]),
            new(
                "MEASURE 2.7",
                "Secure and resilient",
                ["owasp:llm01", "owasp:llm02", "owasp:llm04", "owasp:llm05", "owasp:llm07", "owasp:llm08", "owasp:llm10", "avid-effect:security:*", "quality:Security:*", "cwe:*", "prompt_injection", "jailbreak", "privilege_escalation"]),
            new("MEASURE 2.8", "Transparent and accountable", []),
            new("MEASURE 2.9", "Explainable and interpretable", ["avid-effect:ethics:E02*"]),
            new("MEASURE 2.10", "Privacy-enhanced", ["owasp:llm06", "avid-effect:performance:P03*", "data_extraction"]),
            new("MEASURE 2.11", "Fair, with harmful bias managed", ["avid-effect:ethics:E01*", "hate_speech"]),
        ]);

    public static Framework Iso23053 { get; } = new(
        "iso_iec_23053",
        "ISO/IEC 23053",
        "2022, machine learning pipeline",
        [
            new("8.2", "Data acquisition", ["avid-effect:security:S06*"]),
            new("8.3", "Data preparation", ["avid-effect:performance:P01*"]),
            new("8.4", "Modelling", ["avid-effect:ethics:E01*"]),
            new("8.5", "Verification and validation", ["avid-effect:performance:P02*", "avid-effect:security:S04*"]),
            new("8.6", "Model deployment", ["avid-effect:security:S02*", "owasp:llm05"]),
            new("8.7", "Operation", ["owasp:llm01", "owasp:llm02", "owasp:llm04", "owasp:llm06", "owasp:llm08"]),
        ]);

    public static Framework EuAiAct { get; } = new(
        "eu_ai_act",
        "EU AI Act",
        "Regulation (EU) 2024/1689",
        [
            new("Article 9", "Risk management system", []),
            new("Article 10", "Data and data governance", ["avid-effect:ethics:E01*", "avid-effect:security:S06*", "owasp:llm03"]),
            new("Article 12", "Record-keeping", []),
            new("Article 13", "Transparency and provision of information", ["avid-effect:ethics:E02*"]),
            new("Article 14", "Human oversight", ["owasp:llm08"]),
            new(
                "Article 15",
                "Accuracy, robustness and cybersecurity",
                ["owasp:llm01", "owasp:llm02", "owasp:llm04", "owasp:llm05", "owasp:llm06", "owasp:llm07", "owasp:llm09", "owasp:llm10", "avid-effect:security:*", "avid-effect:performance:P02*", "quality:Security:*", "cwe:*"]),
        ]);

    public static ImmutableArray<Framework> All { get; } = [Owasp, Nist, Iso23053, EuAiAct];
}
