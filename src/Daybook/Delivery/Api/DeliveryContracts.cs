using System.Collections.Immutable;
using Daybook.Hosting;

namespace Daybook.Delivery.Api;

/// <param name="Channels">Names of channels, in the order of the request.</param>
/// <param name="Planned">Deliveries that go out now.</param>
/// <param name="Suppressed">Deliveries that a rule holds back; each says why.</param>
/// <param name="Existing">Deliveries that were ordered before and are left as they are.</param>
/// <param name="Warnings">What is no mistake, and worth a second look.</param>
internal sealed record DistributedContract(string Message, ImmutableArray<string> Channels, int Planned, int Suppressed, int Existing, ImmutableArray<FieldError> Warnings);

/// <param name="State"><c>planned</c>, <c>sending</c>, <c>accepted</c>, <c>failed</c>, <c>unknown</c> or <c>suppressed</c>.</param>
/// <param name="Reason">A sentence; null where the state says all.</param>
/// <param name="Receipt">What the other side calls the message.</param>
/// <param name="DueAt">When it should have gone out.</param>
/// <param name="NextAttemptAt">Null unless it is planned.</param>
/// <param name="MessageKey">The local part of the Message-ID, or the Idempotency-Key.</param>
/// <param name="Events">Every change, oldest first; lists leave it out.</param>
internal sealed record DeliveryContract(
    Guid Id,
    Guid? ReportId,
    Guid? OccurrenceId,
    Guid? ScheduleId,
    int Revision,
    string Title,
    DateOnly BusinessDate,
    bool IsTest,
    string Channel,
    string Recipient,
    string Guarantee,
    string State,
    string? ReasonCode,
    string? Reason,
    string? Receipt,
    int Attempt,
    DateTimeOffset PlannedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset StateChangedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? BouncedAt,
    string MessageKey,
    ImmutableArray<DeliveryEventContract>? Events)
{
    public static DeliveryContract Of(StoredDelivery delivery, ImmutableArray<DeliveryEvent>? events = null) => new(
        delivery.Id.Value,
        delivery.ReportId?.Value,
        delivery.OccurrenceId?.Value,
        delivery.ScheduleId?.Value,
        delivery.Revision,
        delivery.Title,
        delivery.BusinessDate,
        delivery.IsTest,
        delivery.Channel,
        delivery.Recipient,
        delivery.Guarantee.Word,
        delivery.State.Word,
        delivery.ReasonCode,
        delivery.Reason,
        delivery.Receipt,
        delivery.Attempt,
        delivery.PlannedAt,
        delivery.DueAt,
        delivery.State == DeliveryState.Planned ? delivery.NextAttemptAt : null,
        delivery.StateChangedAt,
        delivery.AcceptedAt,
        delivery.BouncedAt,
        delivery.DeliveryKey,
        events is { } all ? [.. all.Select(DeliveryEventContract.Of)] : null);
}

/// <param name="From">Null for the first.</param>
/// <param name="Actor">The name of a user, or <c>daybook</c>.</param>
internal sealed record DeliveryEventContract(DateTimeOffset At, string? From, string To, string Actor, string? Code, string? Sentence)
{
    public static DeliveryEventContract Of(DeliveryEvent change) => new(change.At, change.FromState?.Word, change.ToState.Word, change.Actor, change.Code, change.Sentence);
}

/// <param name="Ids">These; null takes the window.</param>
/// <param name="From">First instant at which they should have gone out.</param>
/// <param name="Until">The instant before which they should have gone out.</param>
/// <param name="States">Null takes only <c>failed</c>; <c>unknown</c>, <c>bounced</c> and <c>suppressed</c> must be asked for.</param>
internal sealed record ResendRequest(
    ImmutableArray<Guid>? Ids = null, GivenInstant? From = null, GivenInstant? Until = null, string? Channel = null, Guid? ReportId = null, Guid? ScheduleId = null, ImmutableArray<string>? States = null, string? Note = null);

/// <param name="Resent">Deliveries that go out again.</param>
internal sealed record ResentContract(string Message, int Resent);

/// <param name="State"><c>accepted</c> or <c>failed</c>.</param>
/// <param name="Note">How it is known.</param>
internal sealed record MarkRequest(string? State, string? Note);

/// <param name="MessageId">The Message-ID of the mail that came back, or its local part.</param>
/// <param name="Reason">What the other side said.</param>
/// <param name="Kind"><c>failed</c>, <c>delayed</c> or <c>arrived</c>; null is <c>failed</c>.</param>
internal sealed record BounceRequest(string? MessageId, string? Reason, bool Suppress = false, string? Kind = null);

/// <param name="Channel">Null takes every channel.</param>
internal sealed record SuppressRequest(string? Recipient, string? Channel = null, string? Reason = null);

/// <param name="Channel">A channel's name; <c>*</c> for every channel.</param>
internal sealed record SuppressionContract(Guid Id, string Recipient, string Channel, string Reason, string CreatedBy, DateTimeOffset CreatedAt)
{
    public static SuppressionContract Of(Suppression suppression) =>
        new(suppression.Id.Value, suppression.Recipient, suppression.Channel, suppression.Reason, suppression.CreatedBy, suppression.CreatedAt);
}

/// <param name="Kind"><c>email</c>, <c>slack</c>, <c>teams</c>, <c>webhook</c>, <c>s3</c>, <c>sftp</c> or <c>folder</c>.</param>
/// <param name="MaximumBytes">The most that attachments of one message weigh together; 0 where there are only links.</param>
/// <param name="Guarantee">What holds where a distribution says nothing.</param>
internal sealed record ChannelContract(string Name, string Kind, long MaximumBytes, string Guarantee);
