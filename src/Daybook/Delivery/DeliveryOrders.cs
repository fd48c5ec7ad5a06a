using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Documents;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>Writes into the ledger what is to go out, before anything is sent. Asking twice for the same plans it once.</summary>
internal sealed class DeliveryOrders(
    DeliveryStore ledger, SuppressionStore suppressions, RecipientRules rules, PasswordDeliveries tellings, ChannelRegistry channels, ReportStores reports, AuditLog audit, TimeProvider clock)
{
    /// <summary>The caller commits the session, and rings <see cref="DeliverySignals"/> after that.</summary>
    /// <exception cref="ProblemException">The report is not there for the caller, or is not made.</exception>
    public async Task<DeliveryPlan> PlanAsync(Session session, Caller caller, DeliveryOrder order, CancellationToken cancellationToken)
    {
        var report = await FindAsync(session, caller, order, cancellationToken).ConfigureAwait(false);
        var exports = report is null ? [] : await reports.Exports.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false);
        var counts = new DeliveryPlan(0, 0, 0);
        foreach (var target in order.Distribution.Targets)
        {
            var planned = await PlanAsync(session, caller, order, target, report, exports, cancellationToken).ConfigureAwait(false);
            counts = new DeliveryPlan(counts.Planned + planned.Planned, counts.Suppressed + planned.Suppressed, counts.Existing + planned.Existing);
        }

        var summary = JsonSerializer.Serialize(new DistributionSummary(order.OccurrenceId, [.. order.Distribution.Targets.Select(target => target.Channel)], counts), DeliveryJson.Default.DistributionSummary);
        await audit.AppendAsync(
            session, caller, order.Notice is null ? "report.distributed" : "notice.distributed", order.Report?.ToString() ?? order.KeySubject.ToString("D"), null, new Json(summary), cancellationToken).ConfigureAwait(false);
        return counts;
    }

    private async Task<StoredReport?> FindAsync(Session session, Caller caller, DeliveryOrder order, CancellationToken cancellationToken)
    {
        if (order.Report is not { } id)
            return order.Notice is null ? throw new ArgumentException("a distribution needs a report or a notice", nameof(order)) : null;
        var report = await reports.Reports.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        return report.Status.IsMade || order.Notice is not null ? report : throw new ProblemException(ProblemType.NotPossibleNow, $"There is nothing to send: the report is {report.Status}.");
    }

    private async Task<DeliveryPlan> PlanAsync(
        Session session, Caller caller, DeliveryOrder order, ChannelTarget target, StoredReport? report, ImmutableArray<StoredExport> exports, CancellationToken cancellationToken)
    {
        var channel = channels.Find(target.Channel);
        var now = clock.Now();
        var artifacts = order.Notice is null ? ArtifactSelection.Of(target, channel?.Traits, exports) : [];
        var artifactsSha256 = order.Notice is { } told ? DeliveryKey.OfNotice(told) : DeliveryKey.OfArtifacts(artifacts);
        var distribution = await ledger.AddAsync(
            session,
            new NewDistribution(
                order.KeyOn(target, artifactsSha256),
                order.Report,
                ForeignId.Of(order.OccurrenceId),
                ForeignId.Of(order.ScheduleId),
                order.Revision,
                target.Channel,
                order.Notice?.Event ?? "report.completed",
                order.Notice?.Title ?? report!.TemplateName,
                order.Notice?.BusinessDate ?? report!.ReportDate,
                order.IsTest,
                new Json(target.ToJson()),
                new Json(JsonSerializer.Serialize([.. artifacts], DeliveryJson.Default.DistributedArtifactArray)),
                order.Notice is { } notice ? new Json(JsonSerializer.Serialize(notice, DeliveryJson.Default.Notice)) : null,
                caller.Id,
                caller.Username,
                now),
            cancellationToken).ConfigureAwait(false);
        var forAll = order.SuppressBecause is { } because ? ("not_wanted", because) : report is null ? null : HeldBack(target, report);
        var reachesPeople = channel?.Traits.ReachesPeople ?? true;
        var everybody = target.Everybody(reachesPeople).ToList();
        var ended = reachesPeople ? await suppressions.AmongAsync(session, target.Channel, everybody, cancellationToken).ConfigureAwait(false) : [];
        var guarantee = target.Guarantee is { } word ? DeliveryGuarantee.Find(word)! : channel?.Traits.Guarantee ?? DeliveryGuarantee.AtMostOnce;
        var (planned, suppressed, existing) = (0, 0, 0);
        foreach (var (position, recipient) in everybody.Index())
        {
            var reason = forAll ?? ForOne(channel, recipient, ended);
            var delivery = new PlannedDelivery(
                distribution,
                DeliveryKey.OfDelivery(order.KeySubject, order.Revision, target.Channel, reachesPeople ? RecipientAddress.Normal(recipient) : recipient, artifactsSha256),
                target.Channel,
                recipient,
                guarantee,
                reason is null ? DeliveryState.Planned : DeliveryState.Suppressed,
                reason?.Code,
                reason?.Sentence,
                now,
                order.NotBefore is { } notBefore && notBefore > now ? notBefore : now,
                order.Turn + position);
            if (!await ledger.AddAsync(session, delivery, caller.Username, cancellationToken).ConfigureAwait(false))
            {
                existing++;
            }
            else if (reason is null)
            {
                planned++;
                if (target.Password is { IsGenerated: true } password && order.Notice is null)
                    planned += await tellings.PlanAsync(session, caller, order, report!, password, delivery, cancellationToken).ConfigureAwait(false);
            }
            else
                suppressed++;
        }

        return new DeliveryPlan(planned, suppressed, existing);
    }

    /// <summary>Why a report as a whole does not go to a channel.</summary>
    private static (string Code, string Sentence)? HeldBack(ChannelTarget target, StoredReport report) => target switch
    {
        { When: DistributionWhen.WithErrors } when report.Status == ReportState.Completed => ("condition_false", "The settings send only reports in which something failed, and nothing failed in this one."),
        { When: DistributionWhen.Complete } when report.Status != ReportState.Completed => ("condition_false", "The settings send only reports in which nothing failed, and something failed in this one."),
        { OnEmpty: EmptyPolicy.Skip } when IsEmpty(report) => ("empty", "There was nothing to report, and the settings do not send such reports."),
        _ => null,
    };

    /// <summary>Whether there are blocks, and none had data.</summary>
    public static bool IsEmpty(StoredReport report) =>
        report.ReportData is { } data && ReportData.Parse(data.Text).Blocks is { IsEmpty: false } blocks && blocks.All(block => block.Status == SectionStatus.Empty);

    private (string Code, string Sentence)? ForOne(IDeliveryChannel? channel, string recipient, ImmutableDictionary<string, string> ended) =>
        ended.TryGetValue(RecipientAddress.Normal(recipient), out var reason) ? (SuppressionStore.Code, SuppressionStore.Sentence(reason))
        : channel is not null && rules.Refuse(channel, recipient) is { } refusal ? (RecipientRules.Code, refusal)
        : null;
}
