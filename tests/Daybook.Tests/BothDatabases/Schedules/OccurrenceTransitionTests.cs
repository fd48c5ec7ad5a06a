using Daybook.Schedules.Running;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Every transition by every actor, asked of the database.</summary>
public abstract class OccurrenceTransitionTests : EngineTests
{
    [Fact]
    public async Task The_database_lets_through_exactly_what_the_table_allows()
    {
        var id = await AddAsync("""{"frequency": "daily", "time": "18:05"}""");
        await PlanAsync();
        var row = (await ListAsync(id))[0].Id;
        var wrong = new List<string>();
        foreach (var from in OccurrenceState.All)
        {
            foreach (var to in OccurrenceState.All)
            {
                foreach (var actor in Enum.GetValues<OccurrenceActor>())
                {
                    await WriteAsync(session => session.ExecuteAsync("update occurrences set state = @from where id = @row", new { from, row }, Cancel));
                    var moved = await WriteAsync(session => Occurrences.MoveAsync(session, row, to, actor, null, null, null, Clock.GetUtcNow(), Cancel));
                    var state = (await FindAsync(row)).State;
                    if (moved != OccurrenceTransitions.Allows(from, to, actor) || state != (moved ? to : from))
                        wrong.Add($"{from} > {to} by {actor}: {moved}, then {state}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_change_of_state_leaves_an_event_and_nothing_else_does()
    {
        var id = await AddAsync("""{"frequency": "daily", "time": "18:05"}""");
        await PlanAsync();
        var row = (await ListAsync(id))[0].Id;
        await WriteAsync(session => Occurrences.MoveAsync(session, row, OccurrenceState.Due, OccurrenceActor.Clock, null, null, null, Start, Cancel));
        await WriteAsync(session => Occurrences.MoveAsync(session, row, OccurrenceState.Succeeded, OccurrenceActor.User, "ann", null, null, Start, Cancel));
        await WriteAsync(session => Occurrences.MoveAsync(session, row, OccurrenceState.Cancelled, OccurrenceActor.User, "ann", "cancelled", "not today", Start.AddMinutes(1), Cancel));
        await WriteAsync(session => session.ExecuteAsync("update occurrences set note = 'x' where id = @row", new { row }, Cancel));
        var events = await ReadAsync(session => Occurrences.EventsAsync(session, row, Cancel));
        Assert.Equal(2, events.Length);
        Assert.Equal(
            (Start.AddMinutes(1), "ann", OccurrenceState.Due, OccurrenceState.Cancelled, "cancelled", "not today"),
            (events[1].At, events[1].Actor, events[1].FromState, events[1].ToState, events[1].Reason, events[1].Note));
    }
}
