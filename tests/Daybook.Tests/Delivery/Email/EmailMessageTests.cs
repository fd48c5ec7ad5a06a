using System.Runtime.CompilerServices;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.Delivery.Channels;
using MimeKit;

namespace Daybook.Tests.Delivery.Email;

public sealed class EmailMessageTests
{
    private readonly MailboxAddress _from = new("Daybook", "reports@example.com");
    private readonly MailboxAddress _replyTo = new("Team", "team@example.com");

    [Fact]
    public void The_addresses_of_a_channel_keep_hold_of_no_mail_that_was_sent()
    {
        var lists = Enumerable.Range(0, 20).SelectMany(_ => Written()).ToList();
        GC.Collect();
        Assert.True(lists.Count(list => list.IsAlive) <= 2, $"{lists.Count(list => list.IsAlive)} of {lists.Count} are alive");
        GC.KeepAlive((_from, _replyTo));
    }

    /// <summary>Apart, so that no frame of the test holds the mail.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference[] Written()
    {
        using var mail = EmailMessage.Write(Channels.Messages.To("ann@example.com").WithPdf(), _from, _replyTo, null);
        return [new WeakReference(mail.From), new WeakReference(mail.ReplyTo)];
    }
}
