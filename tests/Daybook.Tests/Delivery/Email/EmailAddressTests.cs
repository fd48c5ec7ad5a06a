using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Delivery.Email;

public sealed class EmailAddressTests : IAsyncDisposable
{
    private readonly EmailTries _tries = new();

    public ValueTask DisposeAsync() => _tries.DisposeAsync();

    [Fact]
    public async Task Domains_beyond_ascii_travel_as_punycode()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(_tries.To(server), EmailTries.Message("ann@bücher.example")));
        Assert.Contains("RCPT TO:<ann@xn--bcher-kva.example>", server.Commands);
        Assert.Equal("ann@bücher.example", EmailTries.Read(server.Mails.Single()).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Mailboxes_beyond_ascii_need_a_server_that_takes_them()
    {
        await using (var plain = new ScriptedSmtpServer())
        {
            Assert.Equal("address_not_supported", Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(_tries.To(plain), EmailTries.Message("jörg@example.com"))).Code);
            Assert.Empty(plain.Mails);
        }

        await using var server = new ScriptedSmtpServer { Extensions = ["8BITMIME", "SMTPUTF8"] };
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(_tries.To(server), EmailTries.Message("jörg@example.com")));
        Assert.Contains("RCPT TO:<jörg@example.com>", server.Commands);
        Assert.Contains(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal) && command.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_in_a_message_becomes_a_header()
    {
        await using var server = new ScriptedSmtpServer();
        await _tries.SendAsync(_tries.To(server), EmailTries.Message() with { Subject = "Close\r\nBcc: eve@evil.example\r\n\r\nHello", Attachments = [new DeliveryAttachment("a\r\nBcc: eve@evil.example.pdf", "application/pdf", "00", new byte[3])] });
        var mail = EmailTries.Read(Assert.Single(server.Mails));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains('\n') && header.Value.Contains("Hello", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Mails.First().Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("Ann <Ann@Example.COM>", "ann@example.com")]
    [InlineData("ann@bücher.example", "ann@bücher.example")]
    [InlineData("ann@xn--bcher-kva.example", "ann@bücher.example")]
    [InlineData("Jörg@BÜCHER.example", "jörg@bücher.example")]
    [InlineData("#close", "#close")]
    [InlineData("a@b..c", "a@b..c")]
    public void Spellings_of_one_mailbox_are_one(string recipient, string normal) => Assert.Equal(normal, RecipientAddress.Normal(recipient));

    [Theory]
    [InlineData("bücher.example", "ann@xn--bcher-kva.example", true)]
    [InlineData("xn--bcher-kva.example", "Ann <ann@BÜCHER.example>", true)]
    [InlineData("*.bücher.example", "ann@mail.xn--bcher-kva.example", true)]
    [InlineData("*.bücher.example", "ann@bücher.example", false)]
    [InlineData("bücher.example", "ann@mail.bücher.example", false)]
    [InlineData("*.example.com", "ann@badexample.com", false)]
    [InlineData("example.com", "ann@example.com.evil.example", false)]
    public void Allowed_domains_are_known_in_letters_and_as_punycode(string allowed, string recipient, bool isAllowed)
    {
        var options = new DeliveryOptions();
        options.AllowedDomains.Add(allowed);
        Assert.Equal(isAllowed, new RecipientRules(Options.Create(options)).Refuse(new RecordingChannel("mail"), recipient) is null);
    }
}
