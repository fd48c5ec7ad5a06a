using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Outgoing;

namespace Daybook.Analysis;

/// <summary>Sends a question as JSON and takes the answer as JSON; whatever goes wrong leaves as a <see cref="ModelException"/>.</summary>
internal sealed record ModelCall(OutgoingHttp Http, TimeProvider Clock, Uri Address, ImmutableArray<KeyValuePair<string, string>> Headers, TimeSpan Timeout)
{
    private const int AnswerBytes = 4_000_000;

    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <param name="body">Null sends none.</param>
    /// <exception cref="ModelException">No answer came, or it says that there is none.</exception>
    public async Task<JsonElement> SendAsync(JsonNode? body, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(Method, Address)
        {
            Headers = Headers,
            Body = body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString()),
            ContentType = "application/json",
            Timeout = Timeout,
            MaxBytes = AnswerBytes,
        };
        OutgoingAnswer answer;
        try
        {
            answer = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OutgoingException failure)
        {
            var isFinal = failure.IsPermanent || failure.Code is OutgoingCodes.TlsFailed or OutgoingCodes.AnswerTooLarge;
            throw new ModelException(failure.Code, failure.Message, failure) { IsTransient = !isFinal };
        }

        if (!answer.IsSuccess)
            throw Refusal(answer);
        return TryParse(answer.Body) ?? throw BadAnswer($"which is not JSON: {ForeignText.Quote(answer.Text)}");
    }

    /// <param name="what">The end of a sentence.</param>
    public ModelException BadAnswer(string what) => new(ModelCodes.BadAnswer, $"{Address.Host} answered with something {what}.");

    private ModelException Refusal(OutgoingAnswer answer)
    {
        var said = $"{Address.Host} answered {answer.StatusText}";
        var quoted = $"{said}: {ForeignText.Quote(MessageOf(answer))}";
        return answer.Status switch
        {
            // What is said about keys may quote them.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new ModelException(ModelCodes.SignInRefused, said + "; its key or token has to be corrected in the settings."),
            HttpStatusCode.PaymentRequired => new ModelException(ModelCodes.QuotaUsedUp, quoted + ". The account there has nothing left."),
            HttpStatusCode.TooManyRequests when answer.Text.Contains("insufficient_quota", StringComparison.Ordinal) => new ModelException(ModelCodes.QuotaUsedUp, said + ": the account there has nothing left."),
            HttpStatusCode.TooManyRequests => new ModelException(ModelCodes.RateLimited, said + ".") { IsTransient = true, RetryAfter = answer.RetryAfter(Clock.GetUtcNow()) },
            HttpStatusCode.NotFound => new ModelException(ModelCodes.Unknown, quoted + ". The model or the address is not known there."),
            HttpStatusCode.NotImplemented => new ModelException(ModelCodes.Rejected, quoted + "."),
            HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError =>
                new ModelException(ModelCodes.Unavailable, said + ".") { IsTransient = true, RetryAfter = answer.RetryAfter(Clock.GetUtcNow()) },
            < HttpStatusCode.BadRequest => new ModelException(ModelCodes.Rejected, $"{said}; redirects are not followed with a prompt. Set the final address."),
            _ => new ModelException(ModelCodes.Rejected, quoted + "."),
        };
    }

    /// <summary>OpenAI, Anthropic and most others say <c>{"error":{"message":…}}</c>, Ollama <c>{"error":…}</c>.</summary>
    private static string MessageOf(OutgoingAnswer answer) => TryParse(answer.Body) switch
    {
        { ValueKind: JsonValueKind.Object } body when body.TryGetProperty("error", out var error) => error switch
        {
            { ValueKind: JsonValueKind.Object } when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => message.GetString()!,
            { ValueKind: JsonValueKind.String } => error.GetString()!,
            _ => answer.Text,
        },
        _ => answer.Text,
    };

    private static JsonElement? TryParse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
