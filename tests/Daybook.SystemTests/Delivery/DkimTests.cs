using System.Runtime.CompilerServices;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.Delivery.Channels;

namespace Daybook.SystemTests.Delivery;

/// <summary>Signatures as a mail server of the other side checks them, with keys that OpenSSL made.</summary>
public sealed class DkimTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("rsa", "RSA")]
    [InlineData("ed25519", "ED25519")]
    public async Task A_mail_that_arrived_bears_a_signature_that_dkimpy_accepts_and_a_changed_one_does_not(string kind, string algorithm)
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/python3/dist-packages/dkim") && Directory.Exists("/usr/lib/python3/dist-packages/nacl"), "python3-dkim is missing; install python3-dkim and python3-nacl.");
        Directory.CreateDirectory(InFolder("received.txt.mails"));
        await using var server = await MailServer.StartAsync(_folder.FullName);
        await ExternalProgram.RunAsync("openssl", "openssl", ["genpkey", "-algorithm", algorithm, "-out", InFolder("key.pem")]);
        await using (var channel = new EmailChannel(
            "email",
            new EmailOptions { Host = "127.0.0.1", Port = server.Port, Security = "none", From = "Lagebericht <bericht@bücher.example>", DkimDomain = "example.com", DkimSelector = "daybook", DkimKeyFile = InFolder("key.pem") },
            null, null, TimeProvider.System))
        {
            var message = Messages.To("ann@example.com").WithPdf() with { Html = "<p>Größe: 12\u202fkB.</p>\n.\n" };
            Assert.IsType<DeliveryOutcome.Accepted>(await channel.SendAsync(message, _ => Task.CompletedTask, Cancel));
        }

        var mail = InFolder(Path.Combine("received.txt.mails", "ann@example.com"));
        Assert.Equal("pass", await CheckAsync(mail, kind));
        await File.WriteAllTextAsync(InFolder("changed"), (await File.ReadAllTextAsync(mail, Cancel)).Replace("Subject: ", "Subject: Not ", StringComparison.Ordinal), Cancel);
        Assert.Equal("fail", await CheckAsync(InFolder("changed"), kind));
    }

    private async Task<string> CheckAsync(string mail, string kind)
    {
        await ExternalProgram.RunAsync("openssl", "openssl", ["pkey", "-in", InFolder("key.pem"), "-pubout", "-outform", "DER", "-out", InFolder("public.der")]);
        var key = await File.ReadAllBytesAsync(InFolder("public.der"), Cancel);
        // The record of Ed25519 holds the bare key (RFC 8463), that of RSA the whole structure.
        var record = $"v=DKIM1; k={kind}; p={Convert.ToBase64String(kind == "rsa" ? key : key[^32..])}";
        return (await ExternalProgram.RunAsync("/usr/bin/python3", "python3", [Script(), mail, "daybook._domainkey.example.com", record])).Trim();
    }

    private static string Script([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "dkim_check.py");

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);
}
