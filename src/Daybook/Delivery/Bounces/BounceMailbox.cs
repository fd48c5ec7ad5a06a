using Daybook.Delivery.Channels.Email;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Daybook.Delivery.Bounces;

/// <summary>Reads what came into the mailbox since it was last read, and marks it. Nothing is deleted, and only what was understood is shown as seen.</summary>
internal sealed class BounceMailbox(IOptions<BouncesOptions> options, MailServerAccess access, BounceMail mails)
{
    /// <summary>A keyword of IMAP. Mailboxes that take no keywords get the flag that people see as a star.</summary>
    public const string ReadMark = "DaybookRead";

    /// <summary>At one time; the rest follows.</summary>
    private const int Most = 500;

    /// <summary>Notifications may hold the mail that came back; larger mails are none.</summary>
    private const uint LargestBytes = 50_000_000;

    /// <returns>How many mails were read, and how many changed the ledger.</returns>
    /// <exception cref="Exception">Whatever MailKit throws.</exception>
    public async Task<(int Read, int Noted)> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var each = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        limit.CancelAfter(each);
        using var client = new ImapClient();
        await access.OpenAsync(client, Port, limit.Token).ConfigureAwait(false);
        var folder = options.Value.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(options.Value.Folder, limit.Token).ConfigureAwait(false);
        await folder.OpenAsync(FolderAccess.ReadWrite, limit.Token).ConfigureAwait(false);
        var takesKeywords = folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);
        var unread = await folder.SearchAsync(takesKeywords ? SearchQuery.NotKeyword(ReadMark) : SearchQuery.NotFlags(MessageFlags.Flagged), limit.Token).ConfigureAwait(false);
        var (read, noted) = (0, 0);
        if (unread.Count > 0)
        {
            foreach (var summary in await folder.FetchAsync([.. unread.Order().Take(Most)], MessageSummaryItems.UniqueId | MessageSummaryItems.Size, limit.Token).ConfigureAwait(false))
            {
                limit.CancelAfter(each);
                var result = summary.Size > LargestBytes ? null : await TakeAsync(folder, summary.UniqueId, limit.Token).ConfigureAwait(false);
                if (result == BounceNoted.TooEarly)
                    continue;
                await MarkAsync(folder, summary.UniqueId, takesKeywords, isUnderstood: result is not null, limit.Token).ConfigureAwait(false);
                (read, noted) = (read + 1, noted + (result == BounceNoted.Noted ? 1 : 0));
            }
        }

        await client.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(false);
        return (read, noted);
    }

    public int Port => options.Value.Port > 0 ? options.Value.Port : options.Value.Security == "tls" ? 993 : 143;

    /// <returns>Null for what is no news of our mails.</returns>
    private async Task<BounceNoted?> TakeAsync(IMailFolder folder, UniqueId id, CancellationToken cancellationToken)
    {
        MimeMessage mail;
        try
        {
            mail = await folder.GetMessageAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unreadable) when (unreadable is FormatException or MessageNotFoundException)
        {
            return null;
        }

        using (mail)
            return await mails.TakeAsync(mail, cancellationToken).ConfigureAwait(false);
    }

    private static async Task MarkAsync(IMailFolder folder, UniqueId id, bool takesKeywords, bool isUnderstood, CancellationToken cancellationToken)
    {
        var flags = (isUnderstood ? MessageFlags.Seen : MessageFlags.None) | (takesKeywords ? MessageFlags.None : MessageFlags.Flagged);
        await folder.StoreAsync(id, new StoreFlagsRequest(StoreAction.Add, flags, takesKeywords ? [ReadMark] : []) { Silent = true }, cancellationToken).ConfigureAwait(false);
    }
}
