using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Daybook.Outgoing;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Cryptography;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Mails over a mail server (SMTP).</summary>
internal sealed class EmailChannel : IDeliveryChannel, IAsyncDisposable
{
    public const string Kind = "email";

    private readonly EmailOptions _options;
    private readonly SmtpPool _pool;
    private readonly AccessTokens? _tokens;
    private readonly MailboxAddress _from;
    private readonly MailboxAddress? _replyTo;
    private readonly MailboxAddress _returnPath;
    private readonly DkimSigner? _signer;

    /// <param name="authorities">Trusted beside those of the system; null for none.</param>
    /// <param name="tokens">Null where the settings fetch none.</param>
    public EmailChannel(string name, EmailOptions options, X509ChainPolicy? authorities, AccessTokens? tokens, TimeProvider clock)
    {
        (Name, _options) = (name, options);
        _pool = new SmtpPool(options, new MailServerAccess(options, authorities, tokens), clock);
        _tokens = tokens;
        _from = EmailAddress.Parse(options.From);
        _replyTo = options.ReplyTo.Length > 0 ? EmailAddress.Parse(options.ReplyTo) : null;
        _returnPath = options.ReturnPath.Length > 0 ? EmailAddress.Parse(options.ReturnPath) : _from;
        _signer = DkimSigning.Of(options);
        Traits = new ChannelTraits(Kind, options.MaximumBytes, DeliveryGuarantee.AtMostOnce, ReachesPeople: true);
    }

    public string Name { get; }

    public ChannelTraits Traits { get; }

    public string? Refuse(string recipient) => EmailAddress.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var (isCommitted, isOurs) = (false, false);
        SmtpConnection? connection = null;
        using var limit = Limit(cancellationToken);
        try
        {
            var recipient = EmailAddress.Parse(message.Recipient);
            connection = await _pool.TakeAsync(limit.Token).ConfigureAwait(false);
            if (EmailAddress.NeedsUtf8(recipient) && !connection.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                Rest(ref connection);
                return new DeliveryOutcome.Refused("address_not_supported", $"{_options.Host} takes no addresses with letters outside ASCII before the @ (SMTPUTF8). Give another address.");
            }

            var open = connection;
            using var mail = EmailMessage.Write(message, _from, _replyTo, _signer);
            ((CommittedBody)mail.Body!).Commit = async token =>
            {
                isOurs = true;
                await commit(token).ConfigureAwait(false);
                (isCommitted, isOurs) = (true, false);
            };
            var format = FormatOptions.Default.Clone();
            format.International = open.Capabilities.HasFlag(SmtpCapabilities.UTF8) && Addresses(mail).Append(recipient).Any(EmailAddress.NeedsUtf8);
            var answer = await open.SendAsync(format, mail, _returnPath, [recipient], limit.Token).ConfigureAwait(false);
            Rest(ref connection);
            return new DeliveryOutcome.Accepted($"{_options.Host} took the mail: {ForeignText.Quote(answer)}.", ForeignText.Cut(answer, 500));
        }
        catch (Exception failure) when (!isOurs && !cancellationToken.IsCancellationRequested)
        {
            var outcome = SmtpOutcomes.Of(failure, _options.Host, _pool.Port, isCommitted, limit.IsCancellationRequested);
            if (failure is MailTooLargeException || (failure is SmtpCommandException && outcome is DeliveryOutcome.Refused))
                Rest(ref connection);
            if (outcome is null)
                throw;
            return outcome;
        }
        finally
        {
            connection?.Dispose();
        }
    }

    public async Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        try
        {
            using var connection = await _pool.TakeAsync(limit.Token).ConfigureAwait(false);
            await connection.NoOpAsync(limit.Token).ConfigureAwait(false);
            var size = connection.Capabilities.HasFlag(SmtpCapabilities.Size) && connection.MaxSize > 0 ? $", takes mails of up to {MessageText.Size(connection.MaxSize)}" : "";
            return new DeliveryOutcome.Accepted(string.Create(
                CultureInfo.InvariantCulture,
                $"{_options.Host}:{_pool.Port} answers{(connection.IsSecure ? $" over {connection.SslProtocol}" : " without TLS")}{(connection.IsAuthenticated ? ", let the server sign in" : "")}{size}."));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (SmtpOutcomes.Of(failure, _options.Host, _pool.Port, false, limit.IsCancellationRequested) is { } outcome)
                return outcome;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync().ConfigureAwait(false);
        _tokens?.Dispose();
    }

    private static IEnumerable<MailboxAddress> Addresses(MimeMessage mail) => mail.From.Mailboxes.Concat(mail.To.Mailboxes).Concat(mail.Cc.Mailboxes);

    /// <summary>Gives the connection back, so that it is not closed.</summary>
    private void Rest(ref SmtpConnection? connection)
    {
        if (connection is not null)
            _pool.Return(connection);
        connection = null;
    }

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        return limit;
    }
}
