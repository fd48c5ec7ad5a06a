using Daybook.Delivery.Channels;
using NodaTime;

namespace Daybook.Tests.Delivery.Channels;

public sealed class DeliveryOutcomeTests
{
    [Fact]
    public void Only_the_history_says_that_another_try_follows()
    {
        Assert.Equal("The host is away. It is tried again.", new DeliveryOutcome.Deferred("x", "The host is away.").SentenceBeforeNext);
        Assert.Equal("The host is busy. It is tried again when the other side allows.", new DeliveryOutcome.Deferred("x", "The host is busy.", Duration.FromMinutes(2)).SentenceBeforeNext);
    }
}
