using Daybook.Delivery.Bounces;
using Daybook.Tests.BothDatabases.Delivery;

namespace Daybook.Tests.Delivery.Bounces;

/// <summary>Notifications as mail servers write them.</summary>
public sealed class BounceReaderTests
{
    [Theory]
    [InlineData("postfix-failed", "Failed", true, "The mail came back: there is no such mailbox (5.1.1). mail.example.com said “550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown in virtual mailbox table”.")]
    [InlineData("postfix-delayed", "Delayed", false, "The mail is on its way and has not arrived yet: the mail server of the domain does not answer (4.4.1). mx1.example.net said “connect to mail.example.com[192.0.2.10]:25: Connection timed out”. It is tried until 9 May 2026 18:02 UTC.")]
    [InlineData("exchange-failed", "Failed", false, "The mail came back: the mailbox is full (5.2.2). AM0PR01MB1234.eurprd01.prod.example said “554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException; Failed to process message due to a permanent exception”.")]
    public void A_notification_says_what_became_of_the_mail(string sample, string kind, bool isNoAddress, string sentence)
    {
        var bounce = BounceReader.Read(BounceSamples.Mail(sample))!;
        Assert.Equal(BounceSamples.Key, bounce.Key);
        var status = bounce.For("Ann Example <Ann@Example.com>");
        Assert.Equal((kind, isNoAddress, sentence), (status.Kind.ToString(), status.IsNoAddress, status.Sentence));
    }

    [Theory]
    [InlineData("absence")]
    [InlineData("of-others")]
    [InlineData("read-receipt")]
    public void Other_mails_are_no_notifications_about_ours(string sample) => Assert.Null(BounceReader.Read(BounceSamples.Mail(sample)));

    [Fact]
    public void A_list_has_the_mail_when_one_of_its_members_has_it() => Assert.Equal(BounceKind.Arrived, BounceReader.Read(BounceSamples.Mail("list-partly"))!.For("soc@lists.example.net").Kind);

    [Fact]
    public void What_is_told_of_the_recipient_counts_more_than_what_is_told_of_others() => Assert.Equal(BounceKind.Failed, BounceReader.Read(BounceSamples.Mail("list-partly"))!.For("one@example.net").Kind);

    [Fact]
    public void Whatever_a_notification_holds_stands_in_quotes_on_one_line()
    {
        var sentence = BounceReader.Read(BounceSamples.Mail("hostile"))!.For("ann@example.com").Sentence;
        Assert.Equal("The mail came back: there is no such mailbox (5.1.1). trusted.example said “550 evil <script>alert(1)</script> and a great deal more”.", sentence);
    }

    [Fact]
    public void A_notification_without_recipients_is_none()
    {
        var text = BounceSamples.Text("postfix-failed").Replace("Action: failed", "Action: pondered", StringComparison.Ordinal);
        Assert.Null(BounceReader.Read(BounceSamples.Parse(text)));
    }
}
