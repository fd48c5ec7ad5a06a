using System.Net;
using System.Net.Security;
using System.Runtime.ExceptionServices;
using Daybook.Hosting;
using Daybook.Input;
using Microsoft.Extensions.Options;

namespace Daybook.Outgoing;

/// <summary>
/// The one way by which the server calls others: only public or allowed addresses, TLS always verified, redirects checked one by one, time and
/// size limited. A connection serves one call, so that none fails because an old one had gone stale.
/// </summary>
internal sealed class OutgoingHttp : IDisposable
{
    private static readonly string[] SafeOnRedirect = ["Accept", "If-None-Match", "If-Modified-Since"];

    private readonly OutgoingHosts _hosts;
    private readonly OutgoingOptions _options;
    private readonly HttpClient _client;

    public OutgoingHttp(OutgoingHosts hosts, IOptions<OutgoingOptions> options)
    {
        (_hosts, _options) = (hosts, options.Value);
        _client = new HttpClient(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("daybook/" + ProgramVersion.Text);
    }

    /// <summary>For libraries that make their own calls.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = async (context, cancellationToken) => await _hosts.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false),
        ConnectTimeout = _hosts.ConnectTime,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 64,
        SslOptions = OutgoingTls.Options(_options),
    };

    /// <summary>What can be said of an address without the network: a sentence without its subject, or null.</summary>
    public string? Refusal(Uri address) => _hosts.Refusal(address);

    /// <exception cref="OutgoingException">No answer came, or it may not be asked for.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<OutgoingAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        Rehearsal.RefuseEffects();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.Timeout);
        for (var (address, redirects) = (request.Address, 0); ; redirects++)
        {
            _hosts.Require(address);
            var answer = await AskAsync(request, address, limit.Token, cancellationToken).ConfigureAwait(false);
            if (request.MaxRedirects == 0 || Target(answer) is not { } target)
                return answer;
            if (redirects == request.MaxRedirects)
                throw new OutgoingException(OutgoingCodes.TooManyRedirects, $"{request.Address.Host} redirects more than {request.MaxRedirects} times.");
            address = target;
        }
    }

    /// <summary>Reaches the host and checks its certificate, and asks for nothing.</summary>
    /// <exception cref="OutgoingException">The host is refused or cannot be reached, or its certificate is not trusted.</exception>
    public async Task ReachAsync(Uri address, CancellationToken cancellationToken)
    {
        Rehearsal.RefuseEffects();
        _hosts.Require(address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_hosts.ConnectTime);
        try
        {
            var stream = await _hosts.ConnectAsync(new DnsEndPoint(address.IdnHost, address.Port), limit.Token).ConfigureAwait(false);
            await using var tls = new SslStream(stream);
            if (address.Scheme == "http")
                return;
            var options = OutgoingTls.Options(_options);
            options.TargetHost = address.IdnHost;
            await tls.AuthenticateAsClientAsync(options, limit.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw OutgoingFailure.Of(failure, address.Host, limit.IsCancellationRequested, mayHaveArrived: false);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<OutgoingAnswer> AskAsync(OutgoingRequest request, Uri address, CancellationToken limit, CancellationToken cancellationToken)
    {
        using var content = request.Body is { } body ? new WatchedContent(body, request.ContentType, request.BeforeBody) : null;
        using var message = new HttpRequestMessage(request.Method, address) { Content = content };
        var isElsewhere = address.GetLeftPart(UriPartial.Authority) != request.Address.GetLeftPart(UriPartial.Authority);
        foreach (var (name, value) in request.Headers.Where(header => !isElsewhere || SafeOnRedirect.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            message.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit).ConfigureAwait(false);
            return new OutgoingAnswer(response.StatusCode, response.Headers, response.Content.Headers, await ReadAsync(request, response, limit).ConfigureAwait(false), address);
        }
        catch (Exception) when (content?.Objection is { } objection)
        {
            ExceptionDispatchInfo.Throw(objection);
            throw;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw OutgoingFailure.Of(failure, address.Host, limit.IsCancellationRequested, content is null || content.IsSent);
        }
    }

    private static async Task<byte[]> ReadAsync(OutgoingRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var read = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int count; (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                var room = request.MaxBytes - (int)read.Length;
                read.Write(buffer, 0, Math.Min(count, room));
                if (count > room)
                    return request.CutsAnswer ? read.ToArray() : throw new OutgoingException(OutgoingCodes.AnswerTooLarge, $"{request.Address.Host} answers with more than {request.MaxBytes} bytes.") { MayHaveArrived = true };
            }

            return read.ToArray();
        }
    }

    /// <returns>Null for anything but a redirect.</returns>
    private static Uri? Target(OutgoingAnswer answer) =>
        answer.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && answer.Headers.Location is { } location
            ? new Uri(answer.Address, location)
            : null;
}
