using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Channels.Email;
using Daybook.Input;
using Daybook.Schedules.Words;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Hands the reports of occurrences to the ledger of deliveries, and asks it how they stand.</summary>
internal sealed class OccurrenceDeliveries(DeliveryOrders orders, DeliveryStore ledger, DistributionReader reader, PersonalMail mail, UserStore users)
{
    private const int MostExplained = 20, MostNamed = 8;

    /// <summary>Writes down who is to get the report; asking twice writes it once.</summary>
    public async Task PlanAsync(Session session, Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var isTest = occurrence.Origin == OccurrenceOrigin.Test;
        var distribution = reader.Read(JsonElement.Parse(schedule.DistributionConfig.Text), "", new FieldProblems());
        if (isTest)
        {
            var requester = await RequesterAddressAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
            distribution = requester is null ? Distribution.Nobody : mail.InPlaceOf(distribution, requester);
        }

        if (distribution.Targets.IsEmpty)
            return;
        var owner = schedule.OwnerId is { } id ? await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
        await orders.PlanAsync(
            session,
            owner is null ? Caller.Server : Caller.Of(owner, null),
            new DeliveryOrder(occurrence.ReportId, distribution)
            {
                OccurrenceId = occurrence.Id.Value,
                ScheduleId = occurrence.ScheduleId.Value,
                Revision = occurrence.Revision,
                NotBefore = occurrence.DueAt,
                IsTest = isTest,
                SuppressBecause = Because(occurrence),
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How its deliveries stand; once they are final, with those that did not arrive.</summary>
    public async Task<DeliverySummary> SummaryAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var summary = await ledger.SummaryOfOccurrenceAsync(session, occurrence.Id.Value, occurrence.Revision, cancellationToken).ConfigureAwait(false);
        return summary is { IsFinal: true, HasErrors: true } or { IsFinal: true, ReachedNobody: true }
            ? summary with { Troubled = await ledger.TroubledOfOccurrenceAsync(session, occurrence.Id.Value, occurrence.Revision, MostNamed, cancellationToken).ConfigureAwait(false) }
            : summary;
    }

    /// <summary>The same of many.</summary>
    public async Task<Dictionary<OccurrenceId, DeliverySummary>> SummariesAsync(Session session, IReadOnlyCollection<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        var nobody = new DeliverySummary();
        var delivered = (await ledger.WithDeliveriesAsync(session, occurrences.Select(occurrence => occurrence.Id.Value), cancellationToken).ConfigureAwait(false)).Select(id => id.Value).ToHashSet();
        var summaries = new Dictionary<OccurrenceId, DeliverySummary>(occurrences.Count);
        foreach (var occurrence in occurrences)
            summaries[occurrence.Id] = delivered.Contains(occurrence.Id.Value) ? await SummaryAsync(session, occurrence, cancellationToken).ConfigureAwait(false) : nobody;
        return summaries;
    }

    /// <summary>The occurrences as they stand now: where deliveries go on, with the ledger's counts.</summary>
    public async Task<ImmutableArray<Occurrence>> RefreshAsync(Session session, IEnumerable<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        var all = occurrences.ToImmutableArray();
        var summaries = await SummariesAsync(session, [.. all.Where(IsDelivering)], cancellationToken).ConfigureAwait(false);
        return [.. all.Select(occurrence => summaries.TryGetValue(occurrence.Id, out var summary) ? occurrence with { DeliverySummary = ToJson(summary) } : occurrence)];
    }

    /// <returns>What its deliveries wait for, one sentence for all that wait for the same.</returns>
    public async Task<ImmutableArray<string>> ExplainAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => IsDelivering(occurrence)
        ? [.. (await ledger.OpenOfOccurrenceAsync(session, occurrence.Id.Value, occurrence.Revision, MostExplained, cancellationToken).ConfigureAwait(false)).Select(OccurrenceWords.Of)]
        : [];

    /// <summary>Holds back what is not being sent yet.</summary>
    /// <returns>How many deliveries that were.</returns>
    public Task<int> StopAsync(Session session, Occurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken) =>
        ledger.StopAsync(session, occurrence.Id.Value, Caller.Server.Username, now, cancellationToken);

    public static Json ToJson(DeliverySummary summary) => new(new JsonObject
    {
        ["planned"] = summary.Planned, ["sending"] = summary.Sending, ["accepted"] = summary.Accepted,
        ["failed"] = summary.Failed, ["unknown"] = summary.Unknown, ["suppressed"] = summary.Suppressed,
    }.ToJsonString());

    /// <summary>The same for what is written down: a distribution as a template of a burst has it, which names nobody where they have no address.</summary>
    public async Task<Json> RequesterAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => new(
        await RequesterAddressAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is { } address ? new JsonObject { [mail.Channel ?? EmailChannel.Kind] = new JsonArray(address) }.ToJsonString() : "{}");

    /// <summary>A test goes to whoever asked for it, and to nobody else.</summary>
    /// <returns>Null where they have no address.</returns>
    private async Task<string?> RequesterAddressAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var user = occurrence.RequestedBy is { } id ? await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
        return user?.Email is { Length: > 0 } address ? address : null;
    }

    private static bool IsDelivering(Occurrence occurrence) => occurrence.State == OccurrenceState.Running && occurrence.Step == OccurrenceStep.Delivering;

    /// <summary>Why an occurrence's report is not sent, as a sentence; null where it is.</summary>
    public static string? Because(Occurrence occurrence) => occurrence.SuppressReason switch
    {
        _ when !occurrence.Delivers => "It is a backfill that is not to be delivered.",
        "send_if_false" => "The schedule's condition send_if is false for this report.",
        "unchanged" => "The report says the same as the one before, and the schedule sends only what changed.",
        _ => null,
    };
}
