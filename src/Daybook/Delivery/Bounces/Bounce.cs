using System.Collections.Immutable;

namespace Daybook.Delivery.Bounces;

/// <summary>A notification about a mail of this server.</summary>
/// <param name="Key">The delivery's, from the Message-ID of the mail that it tells of.</param>
/// <param name="Statuses">At least one.</param>
internal sealed record Bounce(string Key, ImmutableArray<BounceStatus> Statuses)
{
    /// <summary>
    /// What counts for the recipient. Where the address stands for several, what became of each is told: it counts as failed only where none of them has it.
    /// </summary>
    public BounceStatus For(string recipient)
    {
        var address = RecipientAddress.Normal(recipient);
        var own = Statuses.Where(status => status.Recipients.Any(named => RecipientAddress.Normal(named) == address)).ToList();
        return (own.Count > 0 ? own : [.. Statuses]).MaxBy(status => status.Kind switch { BounceKind.Arrived => 2, BounceKind.Delayed => 1, _ => 0 })!;
    }
}
