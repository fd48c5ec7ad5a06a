using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Daybook.Hosting;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Connections to one mail server that are open and signed in.</summary>
internal sealed class SmtpPool(EmailOptions options, X509ChainPolicy? authorities, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>A connection that rested longer is asked whether it still lives.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<SmtpConnection> _resting = [];

    public int Port => options.Port > 0 ? options.Port : options.Security == "tls" ? 465 : 587;

    /// <exception cref="Exception">Whatever MailKit throws; <see cref="SmtpOutcomes"/> knows what it means.</exception>
    public async Task<SmtpConnection> TakeAsync(CancellationToken cancellationToken)
    {
        while (_resting.TryTake(out var resting))
        {
            if (await IsAliveAsync(resting, cancellationToken).ConfigureAwait(false))
                return resting;
            resting.Dispose();
        }

        var connection = new SmtpConnection(authorities) { Timeout = Timeout.Infinite };
        try
        {
            var security = options.Security switch
            {
                "tls" => SecureSocketOptions.SslOnConnect,
                "none" => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            };
            await connection.ConnectAsync(await SocketAsync(cancellationToken).ConfigureAwait(false), options.Host, Port, security, cancellationToken).ConfigureAwait(false);
            if (options.AccessToken.Length > 0)
                await connection.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName, SecretReference.Read(options.AccessToken)), cancellationToken).ConfigureAwait(false);
            else if (options.UserName.Length > 0)
                await connection.AuthenticateAsync(new NetworkCredential(options.UserName, SecretReference.Read(options.Password)), cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (SslHandshakeException untrusted) when (connection.CertificateProblem is { } problem)
        {
            connection.Dispose();
            throw new UntrustedServerException(string.Create(CultureInfo.InvariantCulture, $"{options.Host} {problem}. Nothing was sent."), untrusted);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Keeps a connection for the next mail, or closes one that is worn.</summary>
    public void Return(SmtpConnection connection)
    {
        connection.UsedAt = clock.GetTimestamp();
        if (connection.IsConnected && ++connection.Count < options.MailsPerConnection)
            _resting.Add(connection);
        else
            connection.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        while (_resting.TryTake(out var connection))
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
            try
            {
                await connection.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(false);
            }
            catch (Exception gone) when (IsGone(gone))
            {
                // It is closed one way or the other.
            }

            connection.Dispose();
        }
    }

    /// <summary>Small writes leave at once: the last dot of a mail does not wait until what was sent before it is acknowledged.</summary>
    private async Task<Socket> SocketAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, Port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<bool> IsAliveAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (!connection.IsConnected)
            return false;
        if (clock.GetElapsedTime(connection.UsedAt) < Fresh)
            return true;
        try
        {
            await connection.NoOpAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception gone) when (IsGone(gone) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static bool IsGone(Exception failure) => failure is IOException or ProtocolException or SmtpCommandException or ServiceNotConnectedException or OperationCanceledException;
}
