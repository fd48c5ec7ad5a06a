using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;

namespace Daybook.Outgoing;

/// <summary>What another host answered.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
internal sealed record OutgoingAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body, Uri Address)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The status as people write it: <c>503 (Service Unavailable)</c>.</summary>
    public string StatusText => string.Create(CultureInfo.InvariantCulture, $"{(int)Status} ({Status})");

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>What <c>Retry-After</c> asks for, as seconds or as a date; null when it is absent or wrong.</summary>
    public Duration? RetryAfter(DateTimeOffset now) => Headers.RetryAfter switch
    {
        { Delta: { } delta } => Duration.FromTimeSpan(delta),
        { Date: { } date } => Duration.Max(Duration.Zero, Duration.FromTimeSpan(date - now)),
        _ => null,
    };
}
