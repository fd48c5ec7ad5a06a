using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Daybook.Hosting;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Email;

/// <summary>OAuth 2 access tokens by client credentials (RFC 6749, section 4.4), kept until shortly before they end.</summary>
internal sealed class AccessTokens(MailServerOptions options, OutgoingHttp http, TimeProvider clock) : IDisposable
{
    private const int AnswerBytes = 100_000;

    /// <summary>Where the other side does not say how long a token is good, in seconds.</summary>
    private const int UsualSeconds = 300;

    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asking = new(1);
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>Null where the settings fetch no tokens.</summary>
    public static AccessTokens? Of(MailServerOptions options, OutgoingHttp http, TimeProvider clock) => options.TokenAddress.Length > 0 ? new AccessTokens(options, http, clock) : null;

    /// <exception cref="AccessTokenException">The other side gives none.</exception>
    /// <exception cref="OutgoingException">It did not answer.</exception>
    /// <returns>The token, and whether it was there before.</returns>
    public async Task<(string Token, bool IsKept)> GetAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is { } kept && clock.GetUtcNow() < _until)
                return (kept, true);
            (_token, _until) = await AskAsync(cancellationToken).ConfigureAwait(false);
            return (_token, false);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The mail server did not take the token: the next is fetched anew, unless somebody did meanwhile.</summary>
    public void Forget(string token)
    {
        if (_token == token)
            _token = null;
    }

    public void Dispose() => _asking.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> AskAsync(CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("grant_type", "client_credentials"), new("client_id", options.ClientId), new("client_secret", SecretReference.Read(options.ClientSecret)),
        };
        if (options.TokenScope.Length > 0)
            fields.Add(new("scope", options.TokenScope));
        using var form = new FormUrlEncodedContent(fields);
        var answer = await http.SendAsync(
            new OutgoingRequest(HttpMethod.Post, new Uri(options.TokenAddress))
            {
                Headers = [new("Accept", "application/json")],
                Body = await form.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
                ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded").ToString(),
                MaxBytes = AnswerBytes,
            },
            cancellationToken).ConfigureAwait(false);
        var found = ChannelJson.TryObject(answer.Body);
        if (answer.IsSuccess && found?.TextOf("access_token") is { Length: > 0 } token)
            return (token, clock.GetUtcNow() + Life(found.Value) - Spare);
        var said = found?.TextOf("error_description") ?? found?.TextOf("error") ?? answer.Text;
        throw new AccessTokenException(
            $"{answer.Address.Host} gave no access token and answered {answer.StatusText}: {ForeignText.Quote(said)}.",
            isPermanent: answer.Status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) && (int)answer.Status < 500);
    }

    private static TimeSpan Life(JsonElement answer) => TimeSpan.FromSeconds(
        answer.TryGetProperty("expires_in", out var life) && life.ValueKind == JsonValueKind.Number && life.TryGetDouble(out var seconds) ? Math.Clamp(seconds, 60, 86_400) : UsualSeconds);
}
