using System.ComponentModel.DataAnnotations;

namespace Daybook.Outgoing;

/// <summary>Whom the server may call by HTTP: webhooks, chats, object stores, calendars and sources by address.</summary>
internal sealed class OutgoingOptions
{
    /// <summary>
    /// Host names, addresses and networks (<c>10.1.0.0/16</c>) that may be called although they are private. Only these may be called without TLS.
    /// </summary>
    public IList<string> AllowedPrivate { get; } = [];

    /// <summary>Certificates in PEM of authorities that are trusted beside those of the system; empty for none.</summary>
    public string AuthoritiesFile { get; set; } = "";

    /// <summary>Time for finding and reaching a host, in seconds.</summary>
    [Range(1, 300)]
    public int ConnectSeconds { get; set; } = 10;
}
