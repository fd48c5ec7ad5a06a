using Daybook.Schedules.Running;

namespace Daybook.Tests.Schedules;

public sealed class OccurrenceTransitionsTests
{
    /// <summary>From, to: by anybody at all. All others are refused.</summary>
    private static readonly HashSet<string> Allowed =
    [
        "planned due", "planned planned", "planned skipped", "planned held", "due held", "planned cancelled", "due cancelled", "held cancelled", "due running", "due missed", "due skipped",
        "running succeeded", "running completed_with_errors", "running failed", "running held", "running due", "running cancelled", "held due", "held skipped", "held missed",
        "completed_with_errors succeeded", "failed due", "completed_with_errors due", "missed due", "skipped due", "cancelled due", "succeeded due",
    ];

    [Fact]
    public void No_transition_is_allowed_but_those_of_the_reference()
    {
        var found = from state in OccurrenceState.All
                    from next in OccurrenceState.All
                    where Enum.GetValues<OccurrenceActor>().Any(actor => OccurrenceTransitions.Allows(state, next, actor))
                    select $"{state} {next}";
        Assert.Equal(Allowed.Order(), found.Order());
    }

    [Fact]
    public void Only_a_person_sets_something_going_that_is_over() => Assert.All(
        OccurrenceState.All.Where(state => state.IsOver),
        state => Assert.All(
            Enum.GetValues<OccurrenceActor>().Where(actor => actor is not (OccurrenceActor.User or OccurrenceActor.Delivery)),
            actor => Assert.DoesNotContain(OccurrenceState.All, next => OccurrenceTransitions.Allows(state, next, actor))));
}
