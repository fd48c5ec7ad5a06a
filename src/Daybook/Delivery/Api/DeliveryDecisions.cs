using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Bounces;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Api;

/// <summary>What people decide about deliveries. Every decision is in the audit log.</summary>
internal sealed class DeliveryDecisions(Database database, DeliveryStore ledger, BounceLedger bounces, AuditLog audit, DeliverySignals signals, TimeProvider clock)
{
    private const int LongestNote = 1000;

    /// <summary>What one request sends again at most; more are asked for again.</summary>
    private const int Most = 20_000;

    /// <exception cref="ProblemException">It is not there, or was accepted, or is on its way.</exception>
    public Task ResendAsync(Caller caller, DeliveryId id, CancellationToken cancellationToken) =>
        DecideAsync(caller, id, DeliveryStep.Resend, "resent_by_user", $"{caller.Username} had it sent again.", "delivery.resent", cancellationToken);

    /// <exception cref="ProblemException">The request has mistakes, or the delivery is not unknown.</exception>
    public Task MarkAsync(Caller caller, DeliveryId id, MarkRequest request, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var note = check.Line(request.Note, "note", LongestNote);
        var step = request.State == DeliveryState.Accepted.Word ? DeliveryStep.Confirm : request.State == DeliveryState.Failed.Word ? DeliveryStep.Deny : null;
        check.Refuse(step is null, "state", "must be accepted or failed", "unknown_word");
        check.ThrowIfRefused();
        return DecideAsync(caller, id, step!, "marked_by_user", $"{caller.Username} marked it as {step!.To}: {note}", "delivery.marked", cancellationToken);
    }

    /// <returns>How many are sent again.</returns>
    /// <exception cref="ProblemException">The request has mistakes.</exception>
    public async Task<int> ResendAsync(Caller caller, ResendRequest request, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var note = check.OptionalText(request.Note, "note", LongestNote);
        var states = DeliveryWindow.States(request.States ?? [DeliveryState.Failed.Word], "states", check);
        check.Refuse(states.States.Any(state => !DeliveryStep.Resend.From.Contains(state)), "states", $"can only be {string.Join(", ", DeliveryStep.Resend.From)} or {DeliveryWindow.Bounced}", "unknown_word");
        check.Refuse(request.Ids is null && request.ReportId is null && (request.From is null || request.Until is null), "from", "and until are needed, or report_id, or ids", "missing");
        check.Refuse(request.From?.At >= request.Until?.At, "until", "must be later than from", "out_of_range");
        check.Refuse(request.Ids is { Length: > Most }, "ids", $"has more than {Most} entries", "too_long");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var ids = request.Ids is { } named
            ? [.. named.Select(id => new DeliveryId(id))]
            : await WindowAsync(session, request, states, cancellationToken).ConfigureAwait(false);
        var sentence = $"{caller.Username} had it sent again{(note is null ? "." : $": {note}")}";
        var sent = await ledger.StepAsync(session, await OfStatesAsync(session, ids, states, cancellationToken).ConfigureAwait(false), DeliveryStep.Resend, caller.Username, "resent_by_user", sentence, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "delivery.resent_many", null, null, new Json(JsonSerializer.Serialize(new ResentSummary(sent.Length, request.From?.At, request.Until?.At, request.Channel, note), DeliveryJson.Default.ResentSummary)), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return sent.Length;
    }

    /// <exception cref="ProblemException">No such mail was sent, or nothing can be noted about it.</exception>
    public async Task NoteBounceAsync(Caller caller, BounceRequest request, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var messageId = check.Line(request.MessageId, "message_id", 500);
        var reason = check.Text(request.Reason, "reason", LongestNote);
        BounceKind? kind = request.Kind switch { null or "failed" => BounceKind.Failed, "delayed" => BounceKind.Delayed, "arrived" => BounceKind.Arrived, _ => null };
        check.Refuse(kind is null, "kind", "must be failed, delayed or arrived", "unknown_word");
        check.Refuse(request.Suppress && kind != BounceKind.Failed, "suppress", "goes with the kind failed only", "conflict");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var delivery = await ledger.FindAsync(session, messageId.Trim('<', '>').Split('@')[0], cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Delivery");
        var said = kind switch { BounceKind.Failed => "It came back", BounceKind.Delayed => "It has not arrived yet", _ => "It arrived" };
        if (await bounces.NoteAsync(session, caller, delivery, kind!.Value, $"{said}: {reason}", cancellationToken).ConfigureAwait(false) != BounceNoted.Noted)
            throw new ProblemException(ProblemType.NotPossibleNow, $"Only of an accepted or unknown delivery such news is taken, until it came back; this one is {delivery.State}{(delivery.BouncedAt is null ? "" : " and came back before")}.");
        if (request.Suppress)
            await bounces.SuppressAsync(session, caller, delivery, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task DecideAsync(Caller caller, DeliveryId id, DeliveryStep step, string code, string sentence, string action, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await ledger.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Delivery");
        if ((await ledger.StepAsync(session, [id], step, caller.Username, code, sentence, clock.Now(), cancellationToken).ConfigureAwait(false)).IsEmpty)
            throw new ProblemException(ProblemType.NotPossibleNow, $"The delivery is {before.State}; this needs one that is {string.Join(", ", step.From)}{(step.AlsoBounced ? ", or came back" : "")}.");
        await audit.AppendAsync(session, caller, action, id.ToString(), StateOf(before.State), StateOf(step.To), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task<ImmutableArray<DeliveryId>> WindowAsync(Session session, ResendRequest request, StateChoice states, CancellationToken cancellationToken)
    {
        var filter = new DeliveryFilter
        {
            States = states,
            Channel = request.Channel,
            From = request.From?.At,
            Until = request.Until?.At,
            Report = request.ReportId is { } report ? new ReportId(report) : null,
            ScheduleId = ForeignId.Of(request.ScheduleId),
        };
        var found = await ledger.ListAsync(session, filter, DateTimeOffset.MaxValue.AddDays(-1), default, Most, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(delivery => delivery.Id)];
    }

    /// <summary>Of those that are named, the ones in the states that are asked for.</summary>
    private async Task<ImmutableArray<DeliveryId>> OfStatesAsync(Session session, ImmutableArray<DeliveryId> ids, StateChoice states, CancellationToken cancellationToken)
    {
        var able = ImmutableArray.CreateBuilder<DeliveryId>();
        foreach (var some in ids.Chunk(500))
            able.AddRange(await ledger.InStatesAsync(session, some, states, cancellationToken).ConfigureAwait(false));
        return able.ToImmutable();
    }

    private static Json StateOf(DeliveryState state) => new($$"""{"state":"{{state.Word}}"}""");
}
