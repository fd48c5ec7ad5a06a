using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Teams;

/// <summary>Posts cards to workflows of Microsoft Teams. Files cannot be sent that way; they are links.</summary>
internal sealed class TeamsChannel(string name, WebhookAddresses addresses, TeamsOptions options, OutgoingHttp http, TimeProvider clock) : IDeliveryChannel
{
    public const string Kind = "teams";

    /// <summary>What connectors say with status 200 when Teams did not take the message.</summary>
    private const string HiddenFailure = "Webhook message delivery failed";

    private const int AnswerBytes = 10_000;

    public string Name => name;

    public ChannelTraits Traits { get; } = new(Kind, 0, DeliveryGuarantee.AtMostOnce, ReachesPeople: true) { IsOneSide = false };

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new TeamsOptionsCheck());
        var http = settings.Service<OutgoingHttp>();
        if (options.Webhooks.Count == 0)
            settings.Refuse(nameof(options.Webhooks), "names no address");
        return settings.HasProblems ? null : new TeamsChannel(settings.Name, WebhookAddresses.Read(settings, options.Webhooks, http), options, http, settings.Service<TimeProvider>());
    }

    public string? Refuse(string recipient) => addresses.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Post, addresses[message.Recipient])
        {
            Body = new TeamsCard(message).ToBytes(),
            ContentType = "application/json",
            BeforeBody = commit,
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            MaxBytes = AnswerBytes,
            CutsAnswer = true,
        };
        try
        {
            var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return HttpOutcomes.OfStatus(answer, clock.GetUtcNow()) ?? OfSuccess(message.Recipient, answer);
        }
        catch (OutgoingException failure)
        {
            return HttpOutcomes.OfLast(failure);
        }
    }

    public Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => addresses.TestAsync(http, cancellationToken);

    private static DeliveryOutcome OfSuccess(string recipient, OutgoingAnswer answer)
    {
        if (!answer.Text.Contains(HiddenFailure, StringComparison.OrdinalIgnoreCase))
            return new DeliveryOutcome.Accepted($"Teams took the message for “{recipient}” with {answer.StatusText}. A workflow posts it by itself; what goes wrong there shows in its run history.");
        return answer.Text.Contains("429", StringComparison.Ordinal)
            ? new DeliveryOutcome.Deferred(ChannelCodes.RateLimited, $"Teams takes no more messages for now: {ForeignText.Quote(answer.Text)}.")
            : new DeliveryOutcome.Refused(ChannelCodes.Rejected, $"Teams did not take the message: {ForeignText.Quote(answer.Text)}.");
    }
}
