using System.Collections.Immutable;

namespace Daybook.Delivery;

/// <summary>Who is to get a report, over which channels.</summary>
internal sealed record Distribution(ImmutableArray<ChannelTarget> Targets)
{
    public static Distribution Nobody { get; } = new([]);
}
