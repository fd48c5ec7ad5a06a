using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Daybook.SystemTests.Server;
using Daybook.Tests;

namespace Daybook.SystemTests.Delivery;

/// <summary>Mails to a mail server that Daybook's authors did not write.</summary>
public sealed class RealMailServerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Dictionary<string, string>> SendAsync(MailServer mail, string[] recipients, params string[] settings)
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.FullName, "data"), MailedReport.Settings(mail.Port, settings));
        var report = await MailedReport.MakeAsync(server.Client, "Close for " + recipients[0]);
        await MailedReport.SendAsync(server.Client, report, recipients, "at_most_once");
        return (await MailedReport.SettledAsync(server.Client, report, "defer@example.com")).ToDictionary(
            delivery => delivery.Key, delivery => $"{MailedReport.StateOf(delivery.Value)} {(delivery.Value.TryGetProperty("reason_code", out var code) ? code.GetString() : "")}".Trim());
    }

    [Fact]
    public async Task Every_answer_of_the_server_stands_in_the_ledger()
    {
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        var states = await SendAsync(
            mail,
            ["ann@example.com", "jörg@bücher.example", "refuse@example.com", "defer@example.com", "drop@example.com", "slow@example.com"],
            "Channels:mail:Security=none", "Channels:mail:TimeoutSeconds=15");
        Assert.Equal("accepted", states["ann@example.com"]);
        Assert.Equal("accepted", states["jörg@bücher.example"]);
        Assert.Equal("failed recipient_refused", states["refuse@example.com"]);
        Assert.Equal("planned deferred", states["defer@example.com"]);
        Assert.Equal("unknown connection_lost", states["drop@example.com"]);
        Assert.Equal("unknown no_answer", states["slow@example.com"]);
        Assert.Equal(["ann@example.com", "drop@example.com", "jörg@bücher.example", "slow@example.com"], mail.Received.Select(one => one.Recipient).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_recipients_each_get_one_mail()
    {
        var count = LongRun.IsOn ? 5000 : 500;
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.FullName, "data"), MailedReport.Settings(mail.Port, "Channels:mail:Security=none", "Delivery:LeaseSeconds=60"));
        var report = await MailedReport.MakeAsync(server.Client, "Close");
        var sent = await MailedReport.SendAsync(server.Client, report, Enumerable.Range(0, count).Select(i => $"user{i}@example.com"), "at_most_once");
        Assert.Equal(count, sent.GetProperty("planned").GetInt32());
        while (mail.Received.Count < count)
            await Task.Delay(200, Cancel);
        Assert.Equal(count, mail.Received.Select(one => one.Recipient).Distinct().Count());
        Assert.Equal(count, mail.Received.Count);
    }

    [Theory]
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_server_whose_certificate_nobody_signed_gets_no_mail_and_one_that_is_trusted_does(string security)
    {
        var (certificate, key) = await CertificateAsync();
        await using var mail = await MailServer.StartAsync(_folder.FullName, [certificate, key, .. security == "tls" ? ["tls"] : Array.Empty<string>()]);
        Assert.Equal("failed tls_failed", (await SendAsync(mail, ["ann@example.com"], "Channels:mail:Security=" + security))["ann@example.com"]);
        Assert.Empty(mail.Received);
        Assert.Equal("accepted", (await SendAsync(mail, ["bob@example.com"], "Channels:mail:Security=" + security, "Outgoing:AuthoritiesFile=" + certificate))["bob@example.com"]);
        Assert.Equal("bob@example.com", Assert.Single(mail.Received).Recipient);
    }

    private async Task<(string Certificate, string Key)> CertificateAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var (file, keyFile) = (Path.Combine(_folder.FullName, "certificate.pem"), Path.Combine(_folder.FullName, "key.pem"));
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), Cancel);
        return (file, keyFile);
    }
}
