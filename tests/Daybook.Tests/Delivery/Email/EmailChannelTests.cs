using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.BothDatabases.Delivery;
using MimeKit;
using NodaTime;

namespace Daybook.Tests.Delivery.Email;

public sealed class EmailChannelTests : IAsyncDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly List<EmailChannel> _channels = [];
    private int _commits;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
            await channel.DisposeAsync();
    }

    private EmailChannel To(ScriptedSmtpServer server, Action<EmailOptions>? change = null, X509ChainPolicy? authorities = null)
    {
        var options = new EmailOptions { Host = "127.0.0.1", Port = server.Port, Security = "none", From = "Daybook <reports@example.com>" };
        change?.Invoke(options);
        var channel = new EmailChannel("email", options, authorities, TimeProvider.System);
        _channels.Add(channel);
        return channel;
    }

    private static DeliveryMessage Message(string recipient = "ann@example.com") => new(Key, recipient, "Close of 2026-05-04", "All is said.\n.\nNot yet.", Instant.FromUtc(2026, 5, 4, 18, 0))
    {
        Report = new ReportFacts("report.completed", "Close", new LocalDate(2026, 5, 4), "completed", null, null, null, [], [], null),
    };

    private Task<DeliveryOutcome> SendAsync(EmailChannel channel, DeliveryMessage? message = null) => channel.SendAsync(
        message ?? Message(),
        _ =>
        {
            _commits++;
            return Task.CompletedTask;
        },
        Cancel);

    private static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel);

    [Fact]
    public async Task A_mail_arrives_whole_and_the_same_each_time_it_is_tried()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = To(server);
        var message = Message() with
        {
            Subject = "Zürich – 日次 close",
            Html = "<p>All is <b>said</b>.</p><img src=\"cid:chart-1\" alt=\"Chart\">",
            Pictures = [new DeliveryPicture("chart-1", "Chart", 10, 10, new byte[] { 1, 2, 3 })],
            Attachments = [new DeliveryAttachment("Übersicht.pdf", "application/pdf", "00", new byte[70_000])],
            Unsubscribe = new Uri("https://reports.example.com/unsubscribe/1?signature=x"),
        };
        for (var i = 0; i < 2; i++)
        {
            var accepted = Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(channel, message));
            Assert.Contains("Queued as 4711", accepted.Receipt, StringComparison.Ordinal);
        }

        Assert.Equal(2, _commits);
        Assert.Equal(1, server.Connections);
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Distinct());
        var mail = Read(server.Mails.First());
        Assert.Equal($"{Key}@example.com", mail.MessageId);
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
        await SendAsync(To(server, options => options.ReplyTo = "desk@example.com"), Message("secret@example.com") with { NamedTo = ["Ann Ä <ann@example.com>"], NamedCc = ["bob@example.com"] });
        var mail = Read(Assert.Single(server.Mails));
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
        var deferred = Assert.IsType<DeliveryOutcome.Deferred>(await SendAsync(To(server, options => options.TimeoutSeconds = 1)));
        Assert.Equal(code, deferred.Code);
        Assert.Equal(command == "DOT" ? 1 : 0, _commits);
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
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(To(server)));
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
        var unknown = Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(To(server, options => options.TimeoutSeconds = 2)));
        Assert.Equal(code, unknown.Code);
        Assert.Single(server.Mails);
        Assert.Equal(1, _commits);
    }

    [Fact]
    public async Task Without_leave_the_mail_is_not_finished()
    {
        await using var server = new ScriptedSmtpServer();
        await Assert.ThrowsAsync<InvalidOperationException>(() => To(server).SendAsync(Message(), _ => throw new InvalidOperationException("taken over"), Cancel));
        Assert.Contains("DATA", server.Commands);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        int port;
        await using (var server = new ScriptedSmtpServer())
            port = server.Port;
        var channel = new EmailChannel("email", new EmailOptions { Host = "127.0.0.1", Port = port, Security = "none", From = "a@example.com" }, null, TimeProvider.System);
        _channels.Add(channel);
        Assert.Equal("connection_failed", Assert.IsType<DeliveryOutcome.Deferred>(await SendAsync(channel)).Code);
    }

    [Fact]
    public async Task A_worn_or_closed_connection_is_replaced()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = To(server, options => options.MailsPerConnection = 2);
        for (var i = 0; i < 5; i++)
            Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(channel));
        Assert.Equal(3, server.Connections);
        server.Answers["RCPT"] = "550 5.1.1 No";
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(channel));
        server.Answers.Clear();
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(channel));
        Assert.Equal(6, server.Mails.Count);
    }

    [Fact]
    public async Task Domains_beyond_ascii_travel_as_punycode()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(To(server), Message("ann@bücher.example")));
        Assert.Contains("RCPT TO:<ann@xn--bcher-kva.example>", server.Commands);
        Assert.Equal("ann@bücher.example", Read(server.Mails.Single()).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Mailboxes_beyond_ascii_need_a_server_that_takes_them()
    {
        await using (var plain = new ScriptedSmtpServer())
        {
            Assert.Equal("address_not_supported", Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(To(plain), Message("jörg@example.com"))).Code);
            Assert.Empty(plain.Mails);
        }

        await using var server = new ScriptedSmtpServer { Extensions = ["8BITMIME", "SMTPUTF8"] };
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(To(server), Message("jörg@example.com")));
        Assert.Contains("RCPT TO:<jörg@example.com>", server.Commands);
        Assert.Contains(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal) && command.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_in_a_message_becomes_a_header()
    {
        await using var server = new ScriptedSmtpServer();
        await SendAsync(To(server), Message() with { Subject = "Close\r\nBcc: eve@evil.example\r\n\r\nHello", Attachments = [new DeliveryAttachment("a\r\nBcc: eve@evil.example.pdf", "application/pdf", "00", new byte[3])] });
        var mail = Read(Assert.Single(server.Mails));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains('\n') && header.Value.Contains("Hello", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Mails.First().Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_as_too_large()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["SIZE 20000"] };
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(To(server), Message() with { Attachments = [new DeliveryAttachment("a.pdf", "application/pdf", "00", new byte[40_000])] }));
        Assert.Equal("message_too_large", refused.Code);
        Assert.Equal(0, _commits);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_without_a_good_certificate_gets_nothing()
    {
        using var good = Certificate("127.0.0.1");
        using var other = Certificate("mail.example.com");
        using var old = Certificate("127.0.0.1", expired: true);
        var trusting = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trusting.CustomTrustStore.AddRange(new X509Certificate2[] { good, other, old });
        foreach (var (certificate, authorities, said) in new[] { (good, null, "nobody known has signed it"), (other, trusting, "which is another name"), (old, trusting, "it has expired") })
        {
            await using var server = new ScriptedSmtpServer { Extensions = ["STARTTLS"], Certificate = certificate };
            var refused = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(To(server, options => options.Security = "starttls", authorities)));
            Assert.Equal("tls_failed", refused.Code);
            Assert.Contains(said, refused.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
        }

        await using var trusted = new ScriptedSmtpServer { Extensions = ["STARTTLS", "AUTH PLAIN"], Certificate = good };
        var channel = To(trusted, options => (options.Security, options.UserName, options.Password) = ("starttls", "daybook", "hush"), trusting);
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(channel));
        Assert.Contains(trusted.Commands, command => command.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        var tested = Assert.IsType<DeliveryOutcome.Accepted>(await channel.TestAsync(Cancel));
        Assert.Contains("over Tls1", tested.Sentence, StringComparison.Ordinal);
        Assert.Contains("let the server sign in", tested.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_tls_gets_no_password()
    {
        await using var server = new ScriptedSmtpServer();
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(To(server, options => (options.Security, options.UserName, options.Password) = ("starttls", "daybook", "hush"))));
        Assert.Equal("tls_required", refused.Code);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_access_token_signs_in_and_a_wrong_one_is_said()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        var channel = To(server, options => (options.UserName, options.AccessToken) = ("reports@example.com", "ya29.token"));
        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(channel));
        var sent = server.Commands.Single(command => command.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal)).Split(' ')[2];
        Assert.Equal("user=reports@example.com\u0001auth=Bearer ya29.token\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(sent)));
        server.Answers["AUTH"] = "535 5.7.8 Bad token";
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await To(server, options => (options.UserName, options.AccessToken) = ("reports@example.com", "old")).TestAsync(Cancel));
        Assert.Equal("sign_in_refused", refused.Code);
        Assert.DoesNotContain("old", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_are_signed_for_the_domain()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem(), Cancel);
        await using var server = new ScriptedSmtpServer();
        await SendAsync(To(server, options => (options.DkimDomain, options.DkimSelector, options.DkimKeyFile) = ("example.com", "daybook", file)), Message() with { Attachments = [new DeliveryAttachment("a.pdf", "application/pdf", "00", new byte[3000])] });
        File.Delete(file);
        var mail = Read(Assert.Single(server.Mails));
        var verifier = new MimeKit.Cryptography.DkimVerifier(new KeyRecord($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}"));
        var signature = mail.Headers.Single(header => header.Id == HeaderId.DkimSignature);
        Assert.True(await verifier.VerifyAsync(mail, signature, Cancel));
        mail.Subject = "Another";
        Assert.False(await verifier.VerifyAsync(mail, signature, Cancel));
    }

    [Theory]
    [InlineData("ann@example.com", true)]
    [InlineData("Ann Example <ann@example.com>", true)]
    [InlineData("\"Example, Ann\" <ann@example.com>", true)]
    [InlineData("ann@bücher.example", true)]
    [InlineData("jörg@例え.jp", true)]
    [InlineData("", false)]
    [InlineData("ann", false)]
    [InlineData("ann@", false)]
    [InlineData("@example.com", false)]
    [InlineData("ann@example", false)]
    [InlineData("ann@example.com, bob@example.com", false)]
    [InlineData("ann@example.com bob@example.com", false)]
    [InlineData("ann@example.com\r\nBcc: eve@evil.example", false)]
    [InlineData("ann@exa mple.com", false)]
    [InlineData("ann@-example.com", false)]
    [InlineData("ann@[127.0.0.1]", false)]
    [InlineData("a..b@example.com", false)]
    [InlineData("<@relay.example:ann@example.com>", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789@example.com", false)]
    public void Addresses_are_checked_before_anything_is_planned(string address, bool isGood) => Assert.Equal(isGood, EmailAddress.Refuse(address) is null);

    private static X509Certificate2 Certificate(string name, bool expired = false)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (System.Net.IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-30), expired ? now.AddDays(-1) : now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class KeyRecord(string record) : MimeKit.Cryptography.DkimPublicKeyLocatorBase
    {
        public override Org.BouncyCastle.Crypto.AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) => GetPublicKey(record);

        public override Task<Org.BouncyCastle.Crypto.AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) => Task.FromResult(GetPublicKey(record));
    }
}
