using Daybook.Delivery;
using Daybook.Schedules.Running;

namespace Daybook.Tests.Schedules;

public sealed class RunFailuresTests
{
    [Theory]
    [InlineData(1, 0, 0, 0, "1 block failed.")]
    [InlineData(0, 2, 0, 0, "2 formats failed.")]
    [InlineData(0, 0, 1, 0, "1 delivery failed.")]
    [InlineData(2, 1, 3, 0, "2 blocks, 1 format and 3 deliveries failed.")]
    [InlineData(0, 0, 0, 1, "Of 1 delivery it is unknown whether it arrived.")]
    [InlineData(0, 0, 1, 1200, "1 delivery failed. Of 1,200 deliveries it is unknown whether they arrived.")]
    [InlineData(0, 0, 0, 0, "")]
    public void What_failed_is_said_and_nothing_else(int blocks, int exports, int failed, int unknown, string text) =>
        Assert.Equal(text, string.Join(' ', RunFailures.Sentences(blocks, exports, new DeliverySummary { Failed = failed, Unknown = unknown })));

    [Fact]
    public void Blocks_and_formats_that_failed_are_named_with_their_reasons()
    {
        Assert.Equal(
            "1 block failed. findings: The source 'log' cannot be read.",
            string.Join(' ', RunFailures.Sentences(1, 0, new DeliverySummary(), "findings: The source 'log' cannot be read")));
        Assert.Equal(
            "4 blocks and 1 delivery failed. a: One. b: Two? c: Three. The report tells 2 more reasons.",
            string.Join(' ', RunFailures.Sentences(4, 0, new DeliverySummary { Failed = 1 }, "a: One.\nb: Two?\nc: Three.\nd: Four.\ne: Five.")));
    }

    [Fact]
    public void Deliveries_that_did_not_arrive_are_named_alike_ones_once()
    {
        var summary = new DeliverySummary
        {
            Failed = 4,
            Unknown = 1,
            Troubled =
            [
                new TroubledDeliveries { Channel = "email", State = DeliveryState.Failed, Reason = "mail.example.com is not known.", Count = 2, Recipient = "Ann <ann@example.com>" },
                new TroubledDeliveries { Channel = "soc", State = DeliveryState.Failed, Count = 1, Recipient = "", TellsPassword = true },
                new TroubledDeliveries { Channel = "email", State = DeliveryState.Suppressed, Reason = "Held back on purpose.", Count = 1, Recipient = "eve@example.com" },
            ],
        };
        Assert.Equal(
            [
                "4 deliveries failed.", "Of 1 delivery it is unknown whether it arrived.",
                "Over 'email' to 'ann@example.com' and 1 more: mail.example.com is not known.", "The password, over 'soc': no reason is known.", "2 more are in the list of its deliveries.",
            ],
            RunFailures.Sentences(0, 0, summary));
    }
}
