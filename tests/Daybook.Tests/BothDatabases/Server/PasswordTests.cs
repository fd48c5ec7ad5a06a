using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Reports;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Files that open with a password, sent by whole servers.</summary>
public abstract class PasswordTests(ServerFixture fixture) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob", Secret = "kept-word-of-report";

    private readonly ScriptedSmtpServer _mail = new() { Extensions = ["SIZE 20000000", "8BITMIME"] };
    private TestServer _server = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient Operator => _server.As("operator");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await _mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Proves that the file opens with the password and with no other.</summary>
    /// <param name="text">What stands in it.</param>
    private protected abstract Task OpensAsync(byte[] pdf, string password, string text);

    private async Task<string> StartAsync()
    {
        (string, string)[] Channel(string name) =>
        [
            ($"Channels:{name}:Kind", "email"), ($"Channels:{name}:Host", "127.0.0.1"), ($"Channels:{name}:Port", _mail.Port.ToString(CultureInfo.InvariantCulture)), ($"Channels:{name}:Security", "none"),
            ($"Channels:{name}:From", $"{name} <{name}@example.com>"),
        ];
        _server = await fixture.StartAsync(null, [.. Channel("files"), .. Channel("keys"), ("Hosting:PublicAddress", "https://reports.example.com")]);
        var id = await ReportTests.GenerateAsync(Operator, await ReportTests.TemplateAsync(Operator, "Close", ReportTests.Config(Secret, user: "operator")), "pdf");
        await ReportTests.FinishAsync(Operator, id);
        return id;
    }

    private Task<JsonElement> SendAsync(string report, object distribution, string query = "") =>
        TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute{query}", distribution, Cancel));

    private async Task<List<JsonElement>> SettledAsync(string report)
    {
        while (true)
        {
            var all = (await TestServer.OkAsync(Operator.GetAsync($"{Api}/reports/{report}/deliveries?limit=200", Cancel))).EnumerateArray().ToList();
            if (all.TrueForAll(delivery => delivery.GetProperty("state").GetString() is not ("planned" or "sending")))
                return all;
            await Task.Delay(20, Cancel);
        }
    }

    private MimeMessage Mail(string from) => _mail.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel)).Single(mail => mail.From.Mailboxes.Single().Name == from);

    private static byte[] Attached(MimeMessage mail)
    {
        using var content = new MemoryStream();
        ((MimePart)mail.Attachments.Single()).Content!.DecodeTo(content, Cancel);
        return content.ToArray();
    }

    [Fact]
    public async Task A_generated_password_comes_apart_from_the_file_and_stands_nowhere_else()
    {
        var report = await StartAsync();
        await SendAsync(report, new { files = new { recipients = new[] { "ann@example.com" }, password = "generated", password_to = new { keys = new[] { "anns-phone@example.com" } } } });
        var deliveries = await SettledAsync(report);
        Assert.Equal(["ann@example.com accepted", "anns-phone@example.com accepted"], deliveries.Select(delivery => $"{delivery.GetProperty("recipient").GetString()} {delivery.GetProperty("state").GetString()}").Order());
        var (file, key) = (Mail("files"), Mail("keys"));
        Assert.Equal(("ann@example.com", "anns-phone@example.com"), (file.To.Mailboxes.Single().Address, key.To.Mailboxes.Single().Address));
        var password = key.TextBody!.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.Length == 23 && line.Count(letter => letter == '-') == 3);
        await OpensAsync(Attached(file), password, Secret);

        // Neither the password nor the content stands beside the file.
        Assert.Empty(key.Attachments);
        Assert.DoesNotContain(password, file.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, file.HtmlBody + file.TextBody, StringComparison.Ordinal);
        Assert.Contains("opens with a password that you get in another message", string.Join(' ', file.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        // The archive has the file that anybody with rights opens, and it is replayed the same; answers and the audit log have no password.
        var export = (await TestServer.OkAsync(Operator.GetAsync($"{Api}/reports/{report}", Cancel))).GetProperty("exports")[0].GetProperty("id").GetString();
        var kept = await Operator.GetByteArrayAsync($"{Api}/exports/{export}/download", Cancel);
        Assert.Contains(Secret, UglyToad.PdfPig.PdfDocument.Open(kept).GetPage(1).Text + string.Concat(UglyToad.PdfPig.PdfDocument.Open(kept).GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        Assert.Empty((await _server.Services.GetRequiredService<ReportReplay>().RunAsync(new ReportId(Guid.Parse(report)), Cancel))!.Different);
        foreach (var delivery in deliveries)
            Assert.DoesNotContain(password, (await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries/{delivery.GetProperty("id").GetString()}", Cancel))).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(password, await (await _server.Admin.GetAsync($"{Api}/audit/export", Cancel)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_password_is_never_given_out_and_without_it_nothing_is_sent()
    {
        const string Password = "correct horse 7 staple";
        var report = await StartAsync();
        var path = $"{Api}/delivery-passwords/ann";
        await TestServer.OkAsync(Operator.PutAsJsonAsync(path, new { password = Password }, Cancel));
        var listed = await TestServer.OkAsync(Operator.GetAsync($"{Api}/delivery-passwords", Cancel));
        Assert.Equal("ann", Assert.Single(listed.EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain(Password, listed.ToString(), StringComparison.Ordinal);
        await TestServer.RefusedAsync(404, "not_found", _server.As("author").PutAsJsonAsync(path, new { password = "another word" }, Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", Operator.PutAsJsonAsync($"{Api}/delivery-passwords/bob", new { password = "short" }, Cancel));

        var distribution = new { files = new { recipients = new[] { "ann@example.com" }, password = "stored:ann" } };
        await SendAsync(report, distribution);
        await SettledAsync(report);
        await OpensAsync(Attached(Mail("files")), Password, Secret);

        await TestServer.OkAsync(Operator.DeleteAsync(path, Cancel));
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute?revision=2", distribution, Cancel));
        Assert.Contains("'ann'", refused.GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.Single(_mail.Mails);
    }
}
