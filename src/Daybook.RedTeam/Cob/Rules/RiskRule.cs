namespace Daybook.RedTeam;

/// <summary>R11: how the overall risk level is found.</summary>
internal enum RiskRule
{
    /// <summary>The worse of <see cref="Composite"/> and <see cref="Counts"/>.</summary>
    WorstOf,

    /// <summary>By the composite score alone.</summary>
    Composite,

    /// <summary>By the numbers of critical, high and medium findings alone.</summary>
    Counts,

    /// <summary>Any critical is critical, more than five high are high, any high is medium.</summary>
    ExecBlock,
}
