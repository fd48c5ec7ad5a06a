using System.Globalization;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Text;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Writes a message as a mail. The same message gives the same mail, boundaries and Message-ID included.</summary>
internal static class EmailMessage
{
    private static readonly HeaderId[] SignedHeaders =
        [HeaderId.From, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.To, HeaderId.Cc, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost];

    public static MimeMessage Write(DeliveryMessage message, MailboxAddress from, MailboxAddress? replyTo, DkimSigner? signer)
    {
        var mail = new MimeMessage { Subject = message.Subject, Date = message.Date.ToDateTimeOffset(), MessageId = $"{message.Key}@{IdDomain(from)}" };
        // Copies: an address keeps hold of every list it stands in, and so the channel's would of every mail that was ever sent.
        mail.From.Add(from.Clone());
        if (replyTo is not null)
            mail.ReplyTo.Add(replyTo.Clone());
        mail.To.AddRange(Named(message.NamedTo.IsEmpty && message.NamedCc.IsEmpty ? [message.Recipient] : message.NamedTo));
        mail.Cc.AddRange(Named(message.NamedCc));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Unsubscribe is { } unsubscribe)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        var body = new CommittedBody(Boundary(message, 0)) { TextOf(message) };
        foreach (var attachment in message.Attachments)
            body.Add(Of(attachment));
        mail.Body = body;
        mail.Prepare(EncodingConstraint.SevenBit);
        if (signer is not null)
        {
            var present = mail.Headers.Select(header => header.Id).ToHashSet();
            signer.Sign(mail, [.. SignedHeaders.Where(present.Contains)]);
        }

        return mail;
    }

    private static IEnumerable<MailboxAddress> Named(IEnumerable<string> addresses) => addresses.Select(EmailAddress.Parse);

    private static MimeEntity TextOf(DeliveryMessage message)
    {
        var text = new TextPart(TextFormat.Plain) { Text = message.Text };
        if (message.Html is null)
            return text;
        MimeEntity html = new TextPart(TextFormat.Html) { Text = message.Html };
        if (!message.Pictures.IsEmpty)
        {
            var related = new MultipartRelated { html };
            related.Boundary = Boundary(message, 2);
            foreach (var picture in message.Pictures)
            {
                related.Add(new MimePart("image", "png")
                {
                    ContentId = picture.ContentId,
                    Content = new MimeContent(new MemoryStream(picture.Png.ToArray(), writable: false)),
                    ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = picture.ContentId + ".png" },
                    ContentTransferEncoding = ContentEncoding.Base64,
                });
            }

            html = related;
        }

        return new MultipartAlternative(text, html) { Boundary = Boundary(message, 1) };
    }

    private static MimePart Of(DeliveryAttachment attachment) => new(ContentType.Parse(attachment.MediaType))
    {
        FileName = attachment.FileName,
        Content = new MimeContent(Bytes(attachment.Content), ContentEncoding.Default),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = attachment.FileName },
        ContentTransferEncoding = ContentEncoding.Base64,
    };

    private static MemoryStream Bytes(ReadOnlyMemory<byte> content) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(content.ToArray(), writable: false);

    /// <summary>Of the message's own, so that trying again gives the same bytes.</summary>
    private static string Boundary(DeliveryMessage message, int level) => string.Create(CultureInfo.InvariantCulture, $"=-{message.Key.AsSpan(0, 40)}.{level}");

    private static string IdDomain(MailboxAddress from) => MailboxAddress.EncodeAddrspec(from.Address).Split('@')[^1];
}
