using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Schedules.Words;
using Daybook.Storage;

namespace Daybook.Tests.Schedules;

/// <summary>What became of an occurrence is told in sentences that need no list of codes.</summary>
public sealed class OccurrenceWordsTests
{
    private static readonly DateTimeOffset Due = new(2026, 5, 4, 22, 0, 0, TimeSpan.Zero);

    private static readonly Occurrence Planned = new()
    {
        Id = new OccurrenceId(Guid.Parse("00000000-0000-4000-8000-000000000001")),
        ScheduleId = new ScheduleId(Guid.Parse("00000000-0000-4000-8000-000000000002")),
        ScheduleVersion = 1,
        Origin = OccurrenceOrigin.Scheduled,
        NominalDate = new DateOnly(2026, 5, 3),
        BusinessDate = new DateOnly(2026, 5, 4),
        Slot = "18:00:00",
        LocalTime = "18:00:00",
        Zone = "America/New_York",
        UtcOffsetSeconds = -14400,
        DueAt = Due,
        TzdbVersion = "2026a",
        State = OccurrenceState.Planned,
        ChangedBy = "planner",
        Step = OccurrenceStep.None,
    };

    private static OccurrenceEvent Change(int second, string actor, OccurrenceState from, OccurrenceState to, string? reason = null, string? note = null) =>
        new() { At = Due.AddSeconds(second), Actor = actor, FromState = from, ToState = to, Reason = reason, Note = note, Attempt = 1, Node = to == OccurrenceState.Running ? "a:1" : null };

    [Fact]
    public void A_run_is_told_from_its_due_moment_to_what_became_of_its_deliveries()
    {
        var occurrence = Planned with
        {
            State = OccurrenceState.CompletedWithErrors,
            Reason = "delivery_failed",
            ErrorText = "1 delivery failed.",
            ReportId = new ReportId(Guid.Parse("00000000-0000-4000-8000-000000000003")),
            DeliverySummary = new Json("""{"planned":0,"accepted":2,"failed":1}"""),
        };
        Assert.Equal(
        [
            "The schedule's rule names the business date 2026-05-04 (moved from 2026-05-03), 18:00 in America/New_York, due at 2026-05-04 22:00:00Z.",
            "2026-05-04 22:00:00Z: its time came.",
            "2026-05-04 22:00:01Z: node a:1 took it, attempt 1.",
            "2026-05-04 22:00:09Z: it went from running to completed with errors (worker): a delivery failed or is unknown.",
            "Its report is 00000000-0000-4000-8000-000000000003; deliveries: 2 accepted, 1 failed.",
            "It was completed with errors: a delivery failed or is unknown. 1 delivery failed.",
        ],
        OccurrenceWords.Of(occurrence,
        [
            Change(0, "clock", OccurrenceState.Planned, OccurrenceState.Due),
            Change(1, "claim", OccurrenceState.Due, OccurrenceState.Running),
            Change(9, "worker", OccurrenceState.Running, OccurrenceState.CompletedWithErrors, "delivery_failed"),
        ],
        null));
    }

    [Fact]
    public void A_person_is_quoted()
    {
        var told = OccurrenceWords.Of(Planned with { State = OccurrenceState.Cancelled, Reason = "rejected" }, [Change(60, "user", OccurrenceState.Held, OccurrenceState.Cancelled, "rejected", "Wrong data")], null);
        Assert.Equal("2026-05-04 22:01:00Z: it went from held to cancelled (user): somebody rejected it, “Wrong data”.", told.ElementAt(1));
    }

    [Theory]
    [InlineData("superseded", "It was missed: a newer run was due as well, and only the latest is made up for.")]
    [InlineData("some_new_word", "It was missed: some new word.")]
    public void A_reason_is_a_clause_or_at_least_its_word(string reason, string expected) =>
        Assert.Equal(expected, OccurrenceWords.Of(Planned with { State = OccurrenceState.Missed, Reason = reason }, [], null).Last());

    [Fact]
    public void What_never_runs_is_said_so_and_why() => Assert.Equal(
        ["The schedule's rule names 2026-05-04 (moved from 2026-05-03), 18:00 in America/New_York.", "It does not run: it is no business day of the calendar."],
        OccurrenceWords.Of(Planned with { State = OccurrenceState.Skipped, Reason = "holiday" }, [], null));

    [Fact]
    public void A_run_by_hand_says_who_wanted_it_and_quotes_them_once()
    {
        var occurrence = Planned with { Origin = OccurrenceOrigin.Manual, Slot = "manual:2026-05-04T22:00:00.123456Z", NominalDate = new DateOnly(2026, 5, 4), State = OccurrenceState.Succeeded };
        Assert.Equal(
        [
            "ann asked for a run of the business date 2026-05-04, due at 2026-05-04 22:00:00Z.",
            "2026-05-04 22:00:00Z: its time came, “try”.",
            "2026-05-04 22:00:01Z: node a:1 took it, attempt 1.",
            "2026-05-04 22:00:09Z: it went from running to succeeded (worker).",
            "It succeeded.",
        ],
        OccurrenceWords.Of(
            occurrence,
            [
                Change(0, "clock", OccurrenceState.Planned, OccurrenceState.Due, null, "try"),
                Change(1, "claim", OccurrenceState.Due, OccurrenceState.Running, null, "try"),
                Change(9, "worker", OccurrenceState.Running, OccurrenceState.Succeeded, null, "try"),
            ],
            "ann"));
    }

    [Theory]
    [InlineData("18:00:00", "18:00")]
    [InlineData("17:30:15", "17:30:15")]
    [InlineData("2026-05-04T22:30:00Z", "2026-05-04T22:30:00Z")]
    [InlineData("manual:2026-05-04T22:00:00.123456Z", "asked for at 2026-05-04 22:00:00Z")]
    [InlineData("test:2026-05-04T22:00:00Z", "asked for at 2026-05-04 22:00:00Z")]
    public void A_slot_is_told_as_a_person_would(string slot, string words)
    {
        Assert.Equal(words, SlotWords.Of(slot));
        Assert.Equal(slot[0] == '2' ? words : $"2026-05-04, {words},", SlotWords.Of(new DateOnly(2026, 5, 4), slot));
    }
}
