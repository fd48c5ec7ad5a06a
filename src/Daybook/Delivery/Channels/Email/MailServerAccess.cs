using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Daybook.Hosting;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Opens connections to a mail server as its settings say, and signs in.</summary>
/// <param name="authorities">Trusted beside those of the system; null for none.</param>
/// <param name="tokens">Null where the settings fetch none.</param>
internal sealed class MailServerAccess(MailServerOptions options, X509ChainPolicy? authorities, AccessTokens? tokens)
{
    /// <exception cref="Exception">Whatever MailKit throws, or a <see cref="SignInException"/>; <see cref="SmtpOutcomes"/> knows what it means.</exception>
    public async Task OpenAsync(MailService client, int port, CancellationToken cancellationToken)
    {
        await ConnectAsync(client, port, cancellationToken).ConfigureAwait(false);
        if (options.UserName.Length == 0)
            return;
        if (tokens is null)
        {
            await SignInAsync(client, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (token, isKept) = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SignInAsync(client, token, cancellationToken).ConfigureAwait(false);
        }
        catch (SignInException refused) when (!refused.IsTemporary)
        {
            tokens.Forget(token);
            if (!isKept)
                throw;
            // One that was taken before may have been withdrawn; what is refused when it is new is wrong.
            await client.DisconnectAsync(quit: false, cancellationToken).ConfigureAwait(false);
            await ConnectAsync(client, port, cancellationToken).ConfigureAwait(false);
            (token, _) = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            await SignInAsync(client, token, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ConnectAsync(MailService client, int port, CancellationToken cancellationToken)
    {
        var trust = new ServerTrust(authorities);
        client.Timeout = Timeout.Infinite;
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = trust.Check;
        var security = options.Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        try
        {
            await client.ConnectAsync(await SocketAsync(port, cancellationToken).ConfigureAwait(false), options.Host, port, security, cancellationToken).ConfigureAwait(false);
        }
        catch (SslHandshakeException untrusted) when (trust.Problem is { } problem)
        {
            throw new UntrustedServerException(string.Create(CultureInfo.InvariantCulture, $"{options.Host} {problem}. Nothing was sent."), untrusted);
        }
    }

    private Task SignInAsync(MailService client, CancellationToken cancellationToken) => options.AccessToken.Length > 0
        ? SignInAsync(client, SecretReference.Read(options.AccessToken), cancellationToken)
        : TryAsync(client.AuthenticateAsync(new NetworkCredential(options.UserName, SecretReference.Read(options.Password)), cancellationToken), "Correct UserName and Password.");

    private Task SignInAsync(MailService client, string token, CancellationToken cancellationToken)
    {
        SaslMechanism way = client.AuthenticationMechanisms switch
        {
            var offered when offered.Contains("XOAUTH2") => new SaslMechanismOAuth2(options.UserName, token),
            var offered when offered.Contains("OAUTHBEARER") => new SaslMechanismOAuthBearer(options.UserName, token),
            _ => throw new NotSupportedException("it offers no sign-in with access tokens (XOAUTH2 or OAUTHBEARER)"),
        };
        return TryAsync(
            client.AuthenticateAsync(way, cancellationToken),
            tokens is null ? "See whether AccessToken has run out, and whether it is for UserName." : "The token was just fetched: correct UserName or TokenScope, or have the mail server let the account send.");
    }

    private static async Task TryAsync(Task signIn, string remedy)
    {
        try
        {
            await signIn.ConfigureAwait(false);
        }
        catch (AuthenticationException refused)
        {
            throw new SignInException(refused.Message, remedy, refused.InnerException is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 }, refused);
        }
    }

    /// <summary>Small writes leave at once: the last dot of a mail does not wait until what was sent before it is acknowledged.</summary>
    private async Task<Socket> SocketAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
