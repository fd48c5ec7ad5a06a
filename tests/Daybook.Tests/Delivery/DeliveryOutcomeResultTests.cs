using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Sending;
using NodaTime;

namespace Daybook.Tests.Delivery;

public sealed class DeliveryOutcomeResultTests
{
    private const int Limit = 5;

    private static readonly DateTimeOffset Due = new(2026, 5, 4, 18, 0, 0, TimeSpan.Zero);

    private static DeliveryResult Deferred(int earlier, TimeSpan since, Duration? asked = null, TimeSpan resent = default) => new DeliveryOutcome.Deferred("rate_limited", "It is busy.", asked).Accept(new DeliveryOutcomeResult(
        new StoredDelivery
        {
            Id = default, DistributionId = default, DeliveryKey = "k", Channel = "c", Recipient = "r", Guarantee = DeliveryGuarantee.AtMostOnce, State = DeliveryState.Sending, Title = "T", Attempt = earlier,
            DueAt = Due, PlannedAt = Due + resent,
        },
        Limit,
        Due + since));

    [Fact]
    public void The_last_try_says_that_it_is_the_last_and_no_other_does()
    {
        var (first, last) = (Deferred(0, TimeSpan.Zero), Deferred(4, TimeSpan.FromMinutes(81)));
        Assert.Equal((DeliveryStep.Defer, "It is busy. It is tried again.", Due.AddMinutes(1)), (first.Step, first.Sentence, first.NextAttemptAt));
        Assert.Equal((DeliveryStep.GiveUp, "It is busy. It was tried 5 times and is given up.", (DateTimeOffset?)null), (last.Step, last.Sentence, last.NextAttemptAt));
    }

    [Fact]
    public void What_the_other_side_asked_to_wait_for_is_not_given_up_before_anything_else_would_be()
    {
        var asked = Duration.FromSeconds(30);
        Assert.Equal((DeliveryStep.Defer, Due.AddMinutes(2).AddSeconds(30)), (Deferred(4, TimeSpan.FromMinutes(2), asked) is var early ? early.Step : null, early.NextAttemptAt));
        Assert.Equal(DeliveryStep.Defer, Deferred(100, TimeSpan.FromMinutes(80), asked).Step);
        Assert.Equal(DeliveryStep.GiveUp, Deferred(100, TimeSpan.FromMinutes(81), asked).Step);
        Assert.Equal(DeliveryStep.Defer, Deferred(4, TimeSpan.FromMinutes(100), asked, resent: TimeSpan.FromMinutes(95)).Step);
    }
}
