using System.Collections.Immutable;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>One scored output: the row every reader produces and every rule of the report counts.</summary>
internal sealed record Finding
{
    /// <summary><c>garak</c>, <c>pyrit</c> or <c>violentutf</c>.</summary>
    public required string Source { get; init; }

    public required string SourceFile { get; init; }

    /// <summary>1-based line of the record in <see cref="SourceFile"/>.</summary>
    public required long SourceLine { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public string? RunId { get; init; }

    public string? RunName { get; init; }

    public required RunState RunState { get; init; }

    /// <summary>Name of the target; null stays null and is never counted as a model.</summary>
    public string? Model { get; init; }

    /// <summary>Type of the target, such as <c>rest</c>; null where the file does not say.</summary>
    public string? GeneratorType { get; init; }

    /// <summary>Probe, orchestrator or dataset name.</summary>
    public required string Attack { get; init; }

    /// <summary>Detector or scorer name without the tool's prefixes.</summary>
    public required string Scorer { get; init; }

    public required string ScorerRaw { get; init; }

    /// <summary>
    /// False for the further detectors that judge an output which a probe's primary detector judges too. Such rows have their own lines in
    /// tables; totals and headline rates count primary rows only, so that detectors are never added together.
    /// </summary>
    public bool IsPrimary { get; init; } = true;

    public required ScoreValueType ValueType { get; init; }

    /// <summary>A bool (<c>true_false</c>), a double (<c>float_scale</c>, <c>detector</c>) or a string (<c>category</c>); null without a score.</summary>
    public object? Value { get; init; }

    /// <summary>False when there is no usable score: the row is in totals, never in a rate.</summary>
    public required bool Assessed { get; init; }

    /// <summary>
    /// False for rows of a log that lists hits only: they are evidence of violations, but without the passes beside them they belong in no
    /// denominator, and so in no rate.
    /// </summary>
    public bool HasDenominator { get; init; } = true;

    /// <summary>The attack worked, after polarity; null if not assessed.</summary>
    public bool? Violation { get; init; }

    public required FindingSeverity Severity { get; init; }

    /// <summary>Unescaped and unredacted, as are <see cref="Response"/> and <see cref="Rationale"/>; null where the file has none or it was not asked for.</summary>
    public string? Prompt { get; init; }

    public string? Response { get; init; }

    public string? Rationale { get; init; }

    public string? Category { get; init; }

    /// <summary>Such as <c>owasp:llm01</c>, <c>avid-effect:security:S0403</c>, <c>cwe:1427</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Null with <see cref="TimeQuality.Missing"/>.</summary>
    public Instant? Timestamp { get; init; }

    public required TimeQuality TimeQuality { get; init; }

    public TestMode TestMode { get; init; } = TestMode.Unknown;

    /// <summary>Why the row is in no total; null for a row that counts.</summary>
    public Exclusion? Excluded { get; init; }
}
