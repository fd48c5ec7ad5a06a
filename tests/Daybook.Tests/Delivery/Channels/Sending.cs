using Daybook.Delivery.Channels;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>Sends as the ledger's worker does, and keeps what was agreed to before the message left.</summary>
internal static class Sending
{
    public static async Task<(DeliveryOutcome Outcome, int Commits)> SendAsync(this IDeliveryChannel channel, DeliveryMessage message)
    {
        var commits = 0;
        Assert.Null(channel.Refuse(message.Recipient));
        var outcome = await channel.SendAsync(message, _ => Task.FromResult(commits++), TestContext.Current.CancellationToken);
        Assert.NotEmpty(outcome.Sentence);
        Assert.InRange(commits, 0, 1);
        return (outcome, commits);
    }

    public static async Task<DeliveryOutcome.Accepted> AcceptedAsync(this IDeliveryChannel channel, DeliveryMessage message)
    {
        var (outcome, commits) = await channel.SendAsync(message);
        var accepted = Assert.IsType<DeliveryOutcome.Accepted>(outcome);
        Assert.Equal(1, commits);
        return accepted;
    }

    /// <summary>A channel whose commit fails lets that through and sends nothing.</summary>
    public static async Task KeepsHomeAsync(this IDeliveryChannel channel, DeliveryMessage message)
    {
        var failure = await Assert.ThrowsAsync<IOException>(() => channel.SendAsync(message, _ => throw new IOException("lost claim"), TestContext.Current.CancellationToken));
        Assert.Equal("lost claim", failure.Message);
    }

    public static string? CodeOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Deferred deferred => "deferred " + deferred.Code,
        DeliveryOutcome.Refused refused => "refused " + refused.Code,
        DeliveryOutcome.Unknown unknown => "unknown " + unknown.Code,
        _ => "accepted",
    };
}
