using MailKit.Net.Smtp;
using MimeKit;

namespace Daybook.Delivery.Channels.Email;

/// <summary>A connection to a mail server, which weighs mails without sending them.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    /// <summary>Mails sent over it.</summary>
    public int Count { get; set; }

    /// <summary>When it was last used, by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long UsedAt { get; set; }

    protected override async Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
    {
        var body = (CommittedBody)message.Body!;
        var commit = body.Commit;
        body.Commit = null;
        try
        {
            var size = await base.GetSizeAsync(options, message, cancellationToken).ConfigureAwait(false);
            return MaxSize > 0 && size > MaxSize ? throw new MailTooLargeException(size, MaxSize) : size;
        }
        finally
        {
            body.Commit = commit;
        }
    }
}
