using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Connections to one mail server that are open and signed in.</summary>
internal sealed class SmtpPool(EmailOptions options, MailServerAccess access, TimeProvider clock) : IAsyncDisposable
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

        var connection = new SmtpConnection();
        try
        {
            await access.OpenAsync(connection, Port, cancellationToken).ConfigureAwait(false);
            return connection;
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
