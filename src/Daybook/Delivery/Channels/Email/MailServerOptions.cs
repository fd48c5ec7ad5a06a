using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Email;

/// <summary>A mail server, and how to get into it.</summary>
internal abstract class MailServerOptions
{
    public abstract string Host { get; set; }

    /// <summary>0 takes the usual one.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; }

    /// <summary><c>starttls</c>, <c>tls</c> from the first byte, or <c>none</c>, which only a server on this machine may have.</summary>
    [RegularExpression("^(starttls|tls|none)$")]
    public string Security { get; set; } = "starttls";

    /// <summary>Empty does not sign in.</summary>
    public string UserName { get; set; } = "";

    /// <summary>A secret, or where it is: <c>env:NAME</c>, <c>file:/path</c>.</summary>
    public string Password { get; set; } = "";

    /// <summary>An OAuth 2 access token in place of a password; read anew for each connection where it is <c>file:/path</c>.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>Where access tokens are fetched by client credentials (RFC 6749, section 4.4); empty fetches none.</summary>
    public string TokenAddress { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>A secret, or where it is.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the token is asked for; empty leaves it to the other side.</summary>
    public string TokenScope { get; set; } = "";
}
