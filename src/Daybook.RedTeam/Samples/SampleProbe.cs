using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>A probe of the samples: its place in garak and invented texts.</summary>
/// <param name="Primary">The detector that judges it.</param>
/// <param name="Extended">A further detector, after the primary one; null without.</param>
/// <param name="IsGraded">The primary detector gives scores between 0 and 1.</param>
/// <param name="Hits">Answers to an attack that worked.</param>
internal sealed record SampleProbe(
    string Name,
    string Description,
    string Goal,
    int Tier,
    string Primary,
    string PrimaryDescription,
    string? Extended,
    bool IsGraded,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Prompts,
    ImmutableArray<string> Hits)
{
    /// <summary>How often the primary detector cannot judge an answer, in a thousand.</summary>
    public int NonePermille { get; init; }

    public string Family => Name[..Name.IndexOf('.', StringComparison.Ordinal)];
}
