using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.BothDatabases.Delivery;
using MimeKit;

namespace Daybook.Tests.Delivery.Email;

public sealed class EmailChannelTests : IAsyncDisposable
{
    private readonly EmailTries _tries = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _tries.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_whole_and_the_same_each_time_it_is_tried()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = _tries.To(server);
        var message = EmailTries.Message() with
        {
            Subject = "Zürich – 日次 close",
            Html = "<p>All is <b>said</b>.</p><img src=\"cid:chart-1\" alt=\"Chart\">",
            Pictures = [new DeliveryPicture("chart-1", "Chart", 10, 10, new byte[] { 1, 2, 3 })],
            Attachments = [new DeliveryAttachment("Übersicht.pdf", "application/pdf", "00", new byte[70_000])],
            Unsubscribe = new Uri("https://reports.example.com/unsubscribe/1?signature=x"),
        };
        for (var i = 0; i < 2; i++)
        {
            var accepted = Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel, message));
            Assert.Contains("Queued as 4711", accepted.Receipt, StringComparison.Ordinal);
        }

        Assert.Equal(2, _tries.Commits);
        Assert.Equal(1, server.Connections);
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Distinct());
        var mail = EmailTries.Read(server.Mails.First());
        Assert.Equal($"{EmailTries.Key}@example.com", mail.MessageId);
        Assert.Equal("Zürich – 日次 close", mail.Subject);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero), mail.Date);
        Assert.Equal("ann@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal("All is said.\n.\nNot yet.", mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.StartsWith("<p>All", mail.HtmlBody!, StringComparison.Ordinal);
        Assert.Equal("<https://reports.example.com/unsubscribe/1?signature=x>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        var attached = Assert.IsType<MimePart>(mail.Attachments.Single());
        Assert.Equal(("Übersicht.pdf", "application/pdf"), (attached.FileName, attached.ContentType.MimeType));
        using var content = new MemoryStream();
        await attached.Content!.DecodeToAsync(content, Cancel);
        Assert.Equal(70_000, content.Length);
        Assert.Equal("chart-1", mail.BodyParts.OfType<MimePart>().Single(part => part.ContentType.IsMimeType("image", "png")).ContentId);
    }

    [Fact]
    public async Task Whoever_is_named_is_named_to_all_and_only_the_recipient_gets_this_mail()
    {
        await using var server = new ScriptedSmtpServer();
        await _tries.SendAsync(_tries.To(server, options => options.ReplyTo = "desk@example.com"), EmailTries.Message("secret@example.com") with { NamedTo = ["Ann Ä <ann@example.com>"], NamedCc = ["bob@example.com"] });
        var mail = EmailTries.Read(Assert.Single(server.Mails));
        Assert.Equal("Ann Ä", Assert.Single(mail.To.Mailboxes).Name);
        Assert.Equal("bob@example.com", Assert.Single(mail.Cc.Mailboxes).Address);
        Assert.Equal("desk@example.com", Assert.Single(mail.ReplyTo.Mailboxes).Address);
        Assert.DoesNotContain("secret", server.Mails.First(), StringComparison.Ordinal);
        Assert.Equal(["RCPT TO:<secret@example.com>"], server.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("MAIL", "451 4.3.0 Later", "deferred")]
    [InlineData("RCPT", "450 4.2.1 Mailbox busy", "deferred")]
    [InlineData("DATA", "451 4.3.0 Later", "deferred")]
    [InlineData("DOT", "451 4.3.0 Disk", "deferred")]
    [InlineData("EHLO", "drop", "connection_lost")]
    [InlineData("MAIL", "drop", "connection_lost")]
    [InlineData("DATA", "drop", "connection_lost")]
    [InlineData("RCPT", "silence", "no_answer")]
    public async Task What_certainly_did_not_arrive_is_tried_again(string command, string answer, string code)
    {
        await using var server = new ScriptedSmtpServer();
        server.Answers[command] = answer;
        var deferred = Assert.IsType<DeliveryOutcome.Deferred>(await _tries.SendAsync(_tries.To(server, options => options.TimeoutSeconds = 5)));
        Assert.Equal(code, deferred.Code);
        Assert.Equal(command == "DOT" ? 1 : 0, _tries.Commits);
    }

    [Theory]
    [InlineData("MAIL", "553 5.1.8 Who are you", "message_rejected")]
    [InlineData("RCPT", "550 5.1.1 No such mailbox", "recipient_refused")]
    [InlineData("DOT", "554 5.7.1 Spam\u0007\u202e", "message_rejected")]
    [InlineData("DOT", "552 5.3.4 Too big", "message_too_large")]
    public async Task What_is_refused_is_not_tried_again_and_says_why(string command, string answer, string code)
    {
        await using var server = new ScriptedSmtpServer();
        server.Answers[command] = answer;
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(_tries.To(server)));
        Assert.Equal(code, refused.Code);
        Assert.Contains(answer.Split(' ')[1], refused.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', refused.Sentence);
    }

    [Theory]
    [InlineData("drop", "connection_lost")]
    [InlineData("silence", "no_answer")]
    public async Task Silence_after_the_whole_mail_is_unknown(string answer, string code)
    {
        await using var server = new ScriptedSmtpServer();
        server.Answers["DOT"] = answer;
        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await _tries.SendAsync(_tries.To(server, options => options.TimeoutSeconds = 5)));
        Assert.Equal(code, unknown.Code);
        Assert.Single(server.Mails);
        Assert.Equal(1, _tries.Commits);
    }

    [Fact]
    public async Task Without_leave_the_mail_is_not_finished()
    {
        await using var server = new ScriptedSmtpServer();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _tries.To(server).SendAsync(EmailTries.Message(), _ => throw new InvalidOperationException("taken over"), Cancel));
        Assert.Contains("DATA", server.Commands);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        EmailChannel channel;
        await using (var server = new ScriptedSmtpServer())
            channel = _tries.To(server);
        Assert.Equal("connection_failed", Assert.IsType<DeliveryOutcome.Deferred>(await _tries.SendAsync(channel)).Code);
    }

    [Fact]
    public async Task A_worn_or_closed_connection_is_replaced()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = _tries.To(server, options => options.MailsPerConnection = 2);
        for (var i = 0; i < 5; i++)
            Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Equal(3, server.Connections);
        server.Answers["RCPT"] = "550 5.1.1 No";
        Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(channel));
        server.Answers.Clear();
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Equal(6, server.Mails.Count);
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_as_too_large()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["SIZE 20000"] };
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(_tries.To(server), EmailTries.Message() with { Attachments = [new DeliveryAttachment("a.pdf", "application/pdf", "00", new byte[40_000])] }));
        Assert.Equal("message_too_large", refused.Code);
        Assert.Equal(0, _tries.Commits);
        Assert.Empty(server.Mails);
    }
}
