using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Daybook.Hosting;
using MailKit;
using MailKit.Security;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Opens connections to a mail server as its settings say, and signs in.</summary>
/// <param name="authorities">Trusted beside those of the system; null for none.</param>
/// <param name="tokens">Null where the settings fetch none.</param>
internal sealed class MailServerAccess(MailServerOptions options, X509ChainPolicy? authorities, AccessTokens? tokens)
{
    /// <exception cref="Exception">Whatever MailKit throws; <see cref="SmtpOutcomes"/> knows what it means.</exception>
    public async Task OpenAsync(MailService client, int port, CancellationToken cancellationToken)
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

        if (options.UserName.Length > 0)
            await SignInAsync(client, cancellationToken).ConfigureAwait(false);
    }

    private async Task SignInAsync(MailService client, CancellationToken cancellationToken)
    {
        if (tokens is not null)
        {
            var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await client.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName, token), cancellationToken).ConfigureAwait(false);
            }
            catch (AuthenticationException)
            {
                tokens.Forget();
                throw;
            }
        }
        else if (options.AccessToken.Length > 0)
            await client.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName, SecretReference.Read(options.AccessToken)), cancellationToken).ConfigureAwait(false);
        else
            await client.AuthenticateAsync(new NetworkCredential(options.UserName, SecretReference.Read(options.Password)), cancellationToken).ConfigureAwait(false);
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
