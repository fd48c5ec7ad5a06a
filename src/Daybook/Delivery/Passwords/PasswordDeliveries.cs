using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Passwords;

/// <summary>Plans the messages that tell generated passwords: deliveries of their own, in the ledger as any other, without the password.</summary>
internal sealed class PasswordDeliveries(DeliveryStore ledger, RecipientRules rules, ChannelRegistry channels)
{
    public const string Event = "report.password";

    /// <param name="order">That the file goes out by.</param>
    /// <param name="file">The delivery of the file.</param>
    /// <returns>How many were planned.</returns>
    public async Task<int> PlanAsync(Session session, Caller caller, DeliveryOrder order, StoredReport report, FilePassword password, PlannedDelivery file, CancellationToken cancellationToken)
    {
        var recipients = password.Recipients is { IsDefaultOrEmpty: false } others ? others : [file.Recipient];
        var channel = channels.Find(password.Channel!);
        var target = new ChannelTarget(password.Channel!, recipients) { Artifacts = [], PasswordOf = file.DeliveryKey };
        var (subject, told) = (report.Id.Value, DeliveryKey.OfPassword(file.DeliveryKey));
        var distribution = await ledger.AddAsync(
            session,
            new NewDistribution(
                DeliveryKey.OfDistribution(subject, order.Revision, target.Channel, told, target.ToJson()), order.Report, ForeignId.Of(order.OccurrenceId), ForeignId.Of(order.ScheduleId), order.Revision,
                target.Channel, Event, report.TemplateName, report.ReportDate, order.IsTest, new Json(target.ToJson()), new Json("[]"), null, caller.Id, caller.Username, file.Now),
            cancellationToken).ConfigureAwait(false);
        var planned = 0;
        foreach (var recipient in target.Everybody(arePeople: true))
        {
            var refusal = channel is null ? null : rules.Refuse(channel, recipient);
            var delivery = file with
            {
                DistributionId = distribution,
                DeliveryKey = DeliveryKey.OfDelivery(subject, order.Revision, target.Channel, RecipientAddress.Normal(recipient), told),
                Channel = target.Channel,
                Recipient = recipient,
                Guarantee = channel?.Traits.Guarantee ?? DeliveryGuarantee.AtMostOnce,
                State = refusal is null ? DeliveryState.Planned : DeliveryState.Suppressed,
                ReasonCode = refusal is null ? null : RecipientRules.Code,
                Reason = refusal,
            };
            if (await ledger.AddAsync(session, delivery, caller.Username, cancellationToken).ConfigureAwait(false) && refusal is null)
                planned++;
        }

        return planned;
    }
}
