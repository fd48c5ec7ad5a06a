using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daybook.Delivery.Channels;
using Daybook.Tests.BothDatabases.Delivery;
using MimeKit;

namespace Daybook.Tests.Delivery.Email;

public sealed class EmailSecurityTests : IAsyncDisposable
{
    private readonly EmailTries _tries = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _tries.DisposeAsync();

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
            var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(_tries.To(server, options => options.Security = "starttls", authorities)));
            Assert.Equal("tls_failed", refused.Code);
            Assert.Contains(said, refused.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
        }

        await using var trusted = new ScriptedSmtpServer { Extensions = ["STARTTLS", "AUTH PLAIN"], Certificate = good };
        var channel = _tries.To(trusted, options => (options.Security, options.UserName, options.Password) = ("starttls", "daybook", "hush"), trusting);
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Contains(trusted.Commands, command => command.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        var tested = Assert.IsType<DeliveryOutcome.Accepted>(await channel.TestAsync(Cancel));
        Assert.Contains("over Tls1", tested.Sentence, StringComparison.Ordinal);
        Assert.Contains("let the server sign in", tested.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_tls_gets_no_password()
    {
        await using var server = new ScriptedSmtpServer();
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(_tries.To(server, options => (options.Security, options.UserName, options.Password) = ("starttls", "daybook", "hush"))));
        Assert.Equal("tls_required", refused.Code);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_access_token_signs_in_and_a_wrong_one_is_said()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        var channel = _tries.To(server, options => (options.UserName, options.AccessToken) = ("reports@example.com", "ya29.token"));
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        var sent = server.Commands.Single(command => command.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal)).Split(' ')[2];
        Assert.Equal("user=reports@example.com\u0001auth=Bearer ya29.token\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(sent)));
        server.Answers["AUTH"] = "535 5.7.8 Bad token";
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.To(server, options => (options.UserName, options.AccessToken) = ("reports@example.com", "old")).TestAsync(Cancel));
        Assert.Equal("sign_in_refused", refused.Code);
        Assert.DoesNotContain("old", refused.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("454 4.7.0 Temporary authentication failure", "deferred sign_in_refused", "127.0.0.1 cannot let the server sign in for now: “454: 4.7.0 Temporary authentication failure”.")]
    [InlineData("535 5.7.8 Wrong", "refused sign_in_refused", "127.0.0.1 did not let the server sign in: “535: 5.7.8 Wrong”. Correct UserName and Password.")]
    public async Task A_server_that_cannot_check_a_password_for_now_is_asked_again(string answer, string outcome, string sentence)
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH PLAIN"], Answers = { ["AUTH"] = answer } };
        var got = await _tries.SendAsync(_tries.To(server, options => (options.UserName, options.Password) = ("daybook", "hush")));
        Assert.Equal((outcome, sentence), (Channels.Sending.CodeOf(got), got.Sentence));
    }

    [Fact]
    public async Task Mails_are_signed_for_the_domain()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem(), Cancel);
        await using var server = new ScriptedSmtpServer();
        await _tries.SendAsync(_tries.To(server, options => (options.DkimDomain, options.DkimSelector, options.DkimKeyFile) = ("example.com", "daybook", file)), EmailTries.Message() with { Attachments = [new DeliveryAttachment("a.pdf", "application/pdf", "00", new byte[3000])] });
        File.Delete(file);
        var mail = EmailTries.Read(Assert.Single(server.Mails));
        var verifier = new MimeKit.Cryptography.DkimVerifier(new KeyRecord($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}"));
        var signature = mail.Headers.Single(header => header.Id == HeaderId.DkimSignature);
        Assert.True(await verifier.VerifyAsync(mail, signature, Cancel));
        mail.Subject = "Another";
        Assert.False(await verifier.VerifyAsync(mail, signature, Cancel));
    }

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
