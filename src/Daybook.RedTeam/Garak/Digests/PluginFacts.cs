using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>What a log says of a probe or detector itself.</summary>
/// <param name="PrimaryDetector">Of a probe: the detector its headline rate rests on.</param>
internal sealed record PluginFacts(string? Description, ImmutableArray<string> Tags, int? Tier, string? PrimaryDetector)
{
    public static PluginFacts None { get; } = new(null, [], null, null);

    /// <summary>These facts, with gaps filled from others.</summary>
    public PluginFacts Or(PluginFacts other) => new(
        Description ?? other.Description,
        Tags.IsEmpty ? other.Tags : Tags,
        Tier ?? other.Tier,
        PrimaryDetector ?? other.PrimaryDetector);
}
