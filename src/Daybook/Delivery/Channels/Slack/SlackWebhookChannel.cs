using System.Text.Json.Nodes;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>Posts to incoming webhooks, which take blocks but no files.</summary>
internal sealed class SlackWebhookChannel(string name, WebhookAddresses addresses, SlackOptions options, OutgoingHttp http, TimeProvider clock) : IDeliveryChannel
{
    private const int AnswerBytes = 10_000;

    public string Name => name;

    public ChannelTraits Traits { get; } = new(SlackChannels.Kind, 0, DeliveryGuarantee.AtMostOnce, ReachesPeople: true) { IsOneSide = false };

    public string? Refuse(string recipient) => addresses.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Post, addresses[message.Recipient])
        {
            Body = ChannelJson.Of(new JsonObject { ["text"] = SlackBlocks.Fallback(message), ["blocks"] = SlackBlocks.Of(message), ["unfurl_links"] = false, ["unfurl_media"] = false }),
            ContentType = "application/json",
            BeforeBody = commit,
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            MaxBytes = AnswerBytes,
            CutsAnswer = true,
        };
        try
        {
            return Outcome(message.Recipient, await http.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (OutgoingException failure)
        {
            return HttpOutcomes.OfLast(failure);
        }
    }

    public Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => addresses.TestAsync(http, cancellationToken);

    /// <summary>A webhook answers with a word: <c>ok</c>, or what is wrong.</summary>
    private DeliveryOutcome Outcome(string recipient, OutgoingAnswer answer)
    {
        var word = answer.Text.Trim();
        if (answer.IsSuccess)
            return new DeliveryOutcome.Accepted($"Slack posted the message to {recipient}{(word == "ok" ? "" : $" and answered {ForeignText.Quote(word)}")}.");
        return word.Length is > 0 and <= 50 && word.All(c => char.IsAsciiLetterLower(c) || c == '_')
            ? SlackErrors.Outcome(word, recipient, isLast: true, null, answer.RetryAfter(clock.GetUtcNow()))
            : HttpOutcomes.OfStatus(answer, clock.GetUtcNow())!;
    }
}
