using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Accounts;
using Daybook.Calendars;
using Daybook.Calendars.Stored;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules.Policies;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>Orders the reports of occurrences, in the name of their schedule's owner.</summary>
internal sealed class OccurrenceOrders(ReportOrders orders, ReportStore reports, OccurrenceBursts bursts, OccurrenceDeliveries deliveries, UserStore users, ServerCalendars calendars, TimeZoneData zones)
{
    /// <summary>Periods before the occurrence's own that its report can compare itself with.</summary>
    private const int EarlierPeriods = 28;

    /// <summary>Stands on every page of a test.</summary>
    private const string TestMark = "TEST";

    /// <summary>Orders the report, or has the one that failed go on after its last finished stage.</summary>
    /// <returns>Null where a burst is ordered, whose reports are many.</returns>
    /// <exception cref="ProblemException">It cannot be made, and trying again changes nothing.</exception>
    public async Task<ReportId?> PlaceAsync(Session session, Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (occurrence.ReportId is { } begun)
        {
            await reports.ReopenAsync(session, begun, cancellationToken).ConfigureAwait(false);
            return begun;
        }

        if (await bursts.ResumeAsync(session, schedule, occurrence, cancellationToken).ConfigureAwait(false))
            return null;
        if (schedule.Burst is null)
            return (await PlaceAsync(session, [(schedule, occurrence)], cancellationToken).ConfigureAwait(false))[occurrence.Id];
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var order = Order(await OwnerAsync(session, schedule, cancellationToken).ConfigureAwait(false), schedule, occurrence, catalog);
        var onlyTo = occurrence.Origin == OccurrenceOrigin.Test ? await deliveries.RequesterAsync(session, occurrence, cancellationToken).ConfigureAwait(false) : (Json?)null;
        await bursts.OrderAsync(session, order, schedule, occurrence, onlyTo, OccurrenceDeliveries.Because(occurrence), cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Orders the reports of many occurrences that have none yet and divide none.</summary>
    /// <returns>Each occurrence with its report.</returns>
    /// <exception cref="ProblemException">One of them cannot be made, and trying again changes nothing: then none is ordered.</exception>
    public async Task<ImmutableDictionary<OccurrenceId, ReportId>> PlaceAsync(Session session, IReadOnlyCollection<(Schedule Schedule, Occurrence Occurrence)> fresh, CancellationToken cancellationToken)
    {
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var owners = new Dictionary<UserId, Caller>();
        var wanted = new List<ScheduledOrder>(fresh.Count);
        foreach (var (schedule, occurrence) in fresh)
        {
            if (schedule.OwnerId is not { } id || !owners.TryGetValue(id, out var owner))
            {
                owner = await OwnerAsync(session, schedule, cancellationToken).ConfigureAwait(false);
                owners[owner.UserId] = owner;
            }

            wanted.Add(Order(owner, schedule, occurrence, catalog));
        }

        return await orders.PlaceAsync(session, wanted, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Caller> OwnerAsync(Session session, Schedule schedule, CancellationToken cancellationToken)
    {
        var owner = schedule.OwnerId is { } id ? await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
        return owner is { IsActive: true }
            ? Caller.Of(owner, null)
            : throw new ProblemException(ProblemType.NotPermitted, "Whoever the schedule belongs to may no longer sign in; give it to another owner.", [new FieldError("owner", "is gone", ScheduleFlag.OwnerLeft)]);
    }

    private ScheduledOrder Order(Caller owner, Schedule schedule, Occurrence occurrence, CalendarCatalog catalog)
    {
        var rule = schedule.Rule ?? throw new ProblemException(ProblemType.InvalidRequest, "The schedule cannot be read.", [new FieldError("definition", "cannot be read", ScheduleFlag.Unreadable)]);
        return new ScheduledOrder(owner, Request(schedule, rule, occurrence), Period(schedule.Id, rule, occurrence, catalog), occurrence.Id, schedule.Priority, occurrence.DueAt);
    }

    private static GenerateRequest Request(Schedule schedule, ScheduleDefinition rule, Occurrence occurrence)
    {
        var parameters = JsonNode.Parse(schedule.Parameters.Text)!.AsObject();
        parameters["scheduled"] = true;
        parameters["schedule_id"] = schedule.Id.ToString();
        return new GenerateRequest(
            schedule.TemplateId.ToString(),
            occurrence.ReportDate,
            JsonElement.Parse(parameters.ToJsonString()),
            [.. JsonSerializer.Deserialize(schedule.ExportFormats.Text, ScheduleRowsJson.Default.StringArray) ?? []],
            Timezone: occurrence.Zone,
            ShiftName: (rule.Period as Shift)?.Name,
            Classification: occurrence.Origin == OccurrenceOrigin.Test ? TestMark : null,
            Locale: schedule.Locale);
    }

    private ReportPeriod Period(ScheduleId id, ScheduleDefinition rule, Occurrence occurrence, CalendarCatalog catalog)
    {
        var zone = zones.Find(occurrence.Zone)
            ?? throw new ProblemException(ProblemType.InvalidRequest, $"The time-zone data {zones.Version} has no zone '{occurrence.Zone}'; give the schedule another zone, or the server other time-zone data.", [new FieldError("zone", "is unknown", ScheduleFlag.ZoneUnknown)]);
        var times = FireTimes.Of(rule, rule.Calendar is { } calendar ? catalog.Find(calendar) : null, zones, id.ToString());
        var earlier = times.PeriodsBefore(Instant.FromDateTimeOffset(occurrence.PeriodEnd < occurrence.DueAt ? occurrence.PeriodEnd.Value : occurrence.DueAt), EarlierPeriods)
            .Select(before => new EarlierPeriod(before.ReportDate.ToDateOnly(), In(before.Period.Start), In(before.Period.End)));
        var (start, end) = (occurrence.PeriodStart ?? occurrence.DueAt, occurrence.PeriodEnd ?? occurrence.DueAt);
        return new ReportPeriod(occurrence.ReportDate, In(Instant.FromDateTimeOffset(start)), In(Instant.FromDateTimeOffset(end)), occurrence.Zone, [.. earlier]);

        DateTimeOffset In(Instant instant) => instant.InZone(zone).ToDateTimeOffset();
    }
}
