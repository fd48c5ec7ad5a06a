using System.Net;
using System.Text.Json;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>Calls methods of Slack's Web API. Whatever goes wrong leaves as a <see cref="SlackException"/> that holds the outcome.</summary>
internal sealed class SlackApi(OutgoingHttp http, Uri address, string token, TimeSpan timeout, TimeProvider clock)
{
    private const int AnswerBytes = 2_000_000;

    public Uri Address => address;

    /// <param name="recipient">Whom an error is about, for its sentence.</param>
    /// <param name="commit">Of the step after which the recipient may have the message; null for a step before it.</param>
    /// <exception cref="SlackException">It did not succeed.</exception>
    public async Task<JsonElement> CallAsync(
        string method, string recipient, IEnumerable<KeyValuePair<string, string>> arguments, Func<CancellationToken, Task>? commit, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(arguments);
        var request = new OutgoingRequest(HttpMethod.Post, new Uri(address, method))
        {
            Headers = [new("Authorization", "Bearer " + token)],
            Body = await form.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
            ContentType = "application/x-www-form-urlencoded",
            BeforeBody = commit,
            Timeout = timeout,
            MaxBytes = AnswerBytes,
        };
        var answer = await SendAsync(request, commit is not null, cancellationToken).ConfigureAwait(false);
        if (ChannelJson.TryObject(answer.Body) is { } body && body.TryGetProperty("ok", out _))
            return SlackErrors.Outcome(body, recipient, commit is not null, answer.RetryAfter(clock.GetUtcNow())) is { } outcome ? throw new SlackException(outcome) : body;
        throw new SlackException(Unreadable(answer, commit is not null));
    }

    /// <summary>Sends the bytes of a file to where Slack wants them.</summary>
    /// <exception cref="SlackException">They did not arrive.</exception>
    public async Task UploadAsync(Uri place, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Post, place) { Body = content, ContentType = "application/octet-stream", Timeout = timeout, MaxBytes = AnswerBytes, CutsAnswer = true };
        var answer = await SendAsync(request, isLast: false, cancellationToken).ConfigureAwait(false);
        if (answer.Status != HttpStatusCode.OK)
            throw new SlackException(HttpOutcomes.OfStatus(answer, clock.GetUtcNow()) is DeliveryOutcome.Refused refused ? refused : new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, $"{place.Host} answered {answer.StatusText} to a file.", answer.RetryAfter(clock.GetUtcNow())));
    }

    /// <exception cref="SlackException">No answer came.</exception>
    private async Task<OutgoingAnswer> SendAsync(OutgoingRequest request, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OutgoingException failure)
        {
            throw new SlackException(isLast ? HttpOutcomes.OfLast(failure) : HttpOutcomes.OfEarlier(failure));
        }
    }

    private DeliveryOutcome Unreadable(OutgoingAnswer answer, bool isLast)
    {
        var outcome = HttpOutcomes.OfStatus(answer, clock.GetUtcNow());
        var sentence = $"{address.Host} answered {answer.StatusText} with {ForeignText.Quote(answer.Text)}, which is no answer of Slack.";
        return outcome switch
        {
            DeliveryOutcome.Deferred or DeliveryOutcome.Refused => outcome,
            _ when isLast => new DeliveryOutcome.Unknown(ChannelCodes.Unclear, sentence + " Whether the message was posted is not known."),
            _ => new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, sentence),
        };
    }
}
