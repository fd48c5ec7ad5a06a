using System.Collections.Immutable;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>Sends one signed body, and reads the answer.</summary>
internal sealed class WebhookSender(OutgoingHttp http, TimeProvider clock)
{
    /// <summary>What of an answer is read.</summary>
    private const int AnswerBytes = 10_000;

    public async Task<DeliveryOutcome> SendAsync(
        Uri address, string id, byte[] body, ImmutableArray<WebhookSecret> secrets, TimeSpan timeout, Func<CancellationToken, Task>? commit, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Post, address)
        {
            Headers = WebhookSignature.Headers(id, clock.GetUtcNow(), body, secrets),
            Body = body,
            ContentType = "application/json",
            BeforeBody = commit,
            Timeout = timeout,
            MaxBytes = AnswerBytes,
            CutsAnswer = true,
        };
        try
        {
            var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return HttpOutcomes.OfStatus(answer, clock.GetUtcNow()) ?? Accepted(answer);
        }
        catch (OutgoingException failure)
        {
            return HttpOutcomes.OfLast(failure);
        }
    }

    private static DeliveryOutcome.Accepted Accepted(OutgoingAnswer answer)
    {
        var answered = answer.Body.Length == 0 ? "." : ChannelJson.TryObject(answer.Body) is null ? $" with {ForeignText.Quote(answer.Text)}, which is no JSON object; the status counts." : $" with {ForeignText.Quote(answer.Text)}.";
        return new DeliveryOutcome.Accepted($"{answer.Address.Host} answered {answer.StatusText}{answered}", ChannelJson.TryObject(answer.Body)?.TextOf("id"));
    }
}
