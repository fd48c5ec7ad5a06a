using System.Collections.Immutable;
using Daybook.Delivery.Channels;

namespace Daybook.Delivery.Sending;

/// <summary>What a message brings along, and what it does not.</summary>
/// <param name="Missing">Formats that were asked for and not made.</param>
/// <param name="TooLarge">Names of files that are links because they are too large.</param>
internal sealed record MessageFiles(
    ImmutableArray<DeliveryAttachment> Attachments, ImmutableArray<DeliveryLink> Links, ImmutableArray<DistributedArtifact> Missing, ImmutableArray<string> TooLarge)
{
    public static MessageFiles None { get; } = new([], [], [], []);
}
