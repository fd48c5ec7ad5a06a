using System.Collections.Immutable;
using System.Data.Common;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars.BuiltIn;
using Daybook.Hosting;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.Calendars.Stored;

/// <summary>The rules of changing calendars: every change is a version, nothing is overwritten unseen, and each leaves an audit entry.</summary>
internal sealed class CalendarLibrary(Database database, CalendarStore store, ScheduleUseStore schedules, ScheduleSignals planning, AuditLog audit, TimeProvider clock)
{
    /// <summary>Schedules that a refusal names.</summary>
    private const int MostNamed = 5;

    /// <exception cref="ProblemException">The id is taken.</exception>
    public async Task AddAsync(Session session, Caller caller, CalendarDefinition calendar, CancellationToken cancellationToken)
    {
        if (BuiltInCalendars.Find(calendar.Id) is not null || await store.FindAsync(session, calendar.Id, cancellationToken).ConfigureAwait(false) is not null)
            throw Taken(calendar.Id);
        var first = calendar with { Version = StoredCalendar.VersionOf(1) };
        try
        {
            await store.AddAsync(session, first, clock.Now(), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (database.IsUniqueViolation(exception))
        {
            throw Taken(calendar.Id);
        }

        await store.AddVersionAsync(session, first, 1, "Created", caller.Username, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "calendar.created", calendar.Id, null, new Json(CalendarWriter.Text(first)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A calendar that may be changed; others who change it wait.</summary>
    /// <param name="revision">That the change was made from; null takes the present one.</param>
    /// <exception cref="ProblemException">There is none, it comes with the program, or it was changed since.</exception>
    public async Task<StoredCalendar> RequireAsync(Session session, string id, int? revision, CancellationToken cancellationToken)
    {
        if (BuiltInCalendars.Find(id) is not null)
            throw new ProblemException(ProblemType.NotPossibleNow, "This calendar comes with the program; add one of your own under another id.");
        var calendar = await store.LockAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Calendar");
        EntityTag.Require(calendar.Revision, revision, "The calendar");
        return calendar;
    }

    /// <returns>The revision that is kept now; the same as before where the change changes nothing.</returns>
    /// <exception cref="ProblemException">Somebody else was faster.</exception>
    public Task<int> SaveAsync(Session session, Caller caller, CalendarPlan plan, string note, CancellationToken cancellationToken) =>
        plan.ChangesNothing ? Task.FromResult(plan.Before.Revision) : AddVersionAsync(session, caller, plan, note, cancellationToken);

    /// <summary>A version also where no date changes, because something else about the calendar does, such as its subscription.</summary>
    /// <returns>The revision that is kept now.</returns>
    /// <exception cref="ProblemException">Somebody else was faster.</exception>
    public async Task<int> AddVersionAsync(Session session, Caller caller, CalendarPlan plan, string note, CancellationToken cancellationToken)
    {
        var revision = plan.Before.Revision + 1;
        var after = plan.After with { Version = StoredCalendar.VersionOf(revision) };
        if (!await store.UpdateAsync(session, after, plan.Before.Revision, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.StaleEdit, "The calendar was changed since you read it; read it again.");
        await store.AddVersionAsync(session, after, revision, note, caller.Username, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "calendar.updated", after.Id, plan.Before.Definition, new Json(CalendarWriter.Text(after)), cancellationToken).ConfigureAwait(false);
        await schedules.ReplanOfCalendarAsync(session, after.Id, cancellationToken).ConfigureAwait(false);
        session.AfterEnd(planning.Changed);
        return revision;
    }

    /// <exception cref="ProblemException">A schedule names it.</exception>
    public async Task DeleteAsync(Session session, Caller caller, StoredCalendar calendar, CancellationToken cancellationToken)
    {
        if (await schedules.NamesOfCalendarAsync(session, calendar.Id, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } names)
            throw new ProblemException(ProblemType.NotPossibleNow, names is [var only] ? $"The schedule '{only}' names this calendar; give it another one, or none, first." : $"{names.Length} schedules name this calendar, {Listed(names)}; give them another one, or none, first.");
        await store.DeleteAsync(session, calendar.Id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "calendar.deleted", calendar.Id, calendar.Definition, null, cancellationToken).ConfigureAwait(false);
    }

    private static string Listed(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(MostNamed).Select(name => $"'{name}'")) + (names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "");

    private static ProblemException Taken(string id) =>
        new(ProblemType.AlreadyExists, $"There is a calendar '{id}' already.", [new FieldError("id", "is taken", "already_exists")]);
}
