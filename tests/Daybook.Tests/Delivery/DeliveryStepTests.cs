using Daybook.Delivery;

namespace Daybook.Tests.Delivery;

public sealed class DeliveryStepTests
{
    /// <summary>Every pair of states between which a delivery may go; there are no others.</summary>
    private static readonly string[] Allowed =
    [
        "planned>sending", "planned>suppressed", "sending>accepted", "sending>planned", "sending>failed", "sending>unknown",
        "unknown>accepted", "unknown>failed", "unknown>planned", "failed>planned", "suppressed>planned",
    ];

    [Fact]
    public void Only_the_ways_of_the_semantics_lead_from_one_state_to_another() =>
        Assert.Equal(Allowed.Order(StringComparer.Ordinal), Ways().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_was_accepted_stays_accepted() => Assert.DoesNotContain(DeliveryStep.All, step => step.From.Contains(DeliveryState.Accepted));

    [Fact]
    public void Only_a_person_or_the_guarantee_brings_back_what_is_final() =>
        Assert.Equal([DeliveryStep.Repeat, DeliveryStep.Resend], DeliveryStep.All.Where(step => step.To == DeliveryState.Planned && step.From.Any(state => state.IsFinal)));

    [Fact]
    public void Every_state_is_reached_and_every_final_one_but_accepted_can_be_left()
    {
        Assert.Empty(DeliveryState.All.Where(state => state != DeliveryState.Planned && DeliveryStep.All.All(step => step.To != state)));
        Assert.Equal([DeliveryState.Accepted], DeliveryState.All.Where(state => DeliveryStep.All.All(step => !step.From.Contains(state))));
    }

    private static IEnumerable<string> Ways() => DeliveryStep.All.SelectMany(step => step.From.Select(from => $"{from}>{step.To}"));
}
