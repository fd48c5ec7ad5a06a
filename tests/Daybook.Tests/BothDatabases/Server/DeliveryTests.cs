using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Reports that are sent by whole servers to a mail server.</summary>
public abstract class DeliveryTests(ServerFixture fixture) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob";

    private readonly ScriptedSmtpServer _mail = new() { Extensions = ["SIZE 200000", "8BITMIME"] };
    private TestServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient Operator => _server.As("operator");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await _mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<string> StartAsync(string text = "All is well.", string[]? formats = null, params (string Name, string Value)[] settings)
    {
        _server = await fixture.StartAsync(
            null,
            [
                ("Channels:mail:Kind", "email"), ("Channels:mail:Host", "127.0.0.1"), ("Channels:mail:Port", _mail.Port.ToString(CultureInfo.InvariantCulture)), ("Channels:mail:Security", "none"),
                ("Channels:mail:From", "Daybook <reports@example.com>"), ("Channels:mail:TimeoutSeconds", "60"), ("Hosting:PublicAddress", "https://reports.example.com"), .. settings,
            ]);
        return await ReportAsync(text, formats ?? ["markdown", "pdf"]);
    }

    private async Task<string> ReportAsync(string text, params string[] formats)
    {
        var id = await ReportTests.GenerateAsync(Operator, await ReportTests.TemplateAsync(Operator, "Close " + formats.Length, ReportTests.Config(text, user: "operator")), formats);
        await ReportTests.FinishAsync(Operator, id);
        return id;
    }

    private Task<JsonElement> SendAsync(string report, object distribution, string query = "") =>
        TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute{query}", distribution, Cancel));

    /// <summary>Waits until nothing happens to the report's deliveries any more: none is in hand, and what is planned waits for later.</summary>
    private async Task<Dictionary<string, JsonElement>> SettledAsync(string report)
    {
        while (true)
        {
            var all = (await TestServer.OkAsync(Operator.GetAsync($"{Api}/reports/{report}/deliveries?limit=200", Cancel))).EnumerateArray().ToDictionary(delivery => delivery.GetProperty("recipient").GetString()!);
            if (all.Values.All(delivery => delivery.GetProperty("state").GetString() is not ("planned" or "sending") || (delivery.GetProperty("state").GetString() == "planned" && delivery.GetProperty("attempt").GetInt32() > 0)))
                return all;
            await Task.Delay(20, Cancel);
        }
    }

    private static string State(JsonElement delivery) => $"{delivery.GetProperty("state").GetString()} {(delivery.TryGetProperty("reason_code", out var code) ? code.GetString() : "")}".Trim();

    private static string Id(JsonElement delivery) => delivery.GetProperty("id").GetString()!;

    /// <summary>The first link to a file.</summary>
    private static string LinkIn(MimeMessage mail) =>
        new Uri(mail.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("https://reports.example.com/api", StringComparison.Ordinal))).PathAndQuery;

    private List<MimeMessage> Mails() => [.. _mail.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel))];

    [Fact]
    public async Task A_report_reaches_each_recipient_with_the_pdf_attached_and_the_ledger_says_so()
    {
        var report = await StartAsync();
        var sent = await SendAsync(report, new { email = new[] { "ann@example.com", "bob@example.com" } });
        Assert.Equal("Report distribution started", sent.GetProperty("message").GetString());
        Assert.Equal(["mail"], sent.GetProperty("channels").EnumerateArray().Select(channel => channel.GetString()));
        var deliveries = await SettledAsync(report);
        Assert.Equal(["ann@example.com accepted", "bob@example.com accepted"], deliveries.Select(delivery => $"{delivery.Key} {State(delivery.Value)}").Order());
        Assert.Equal(["ann@example.com", "bob@example.com"], Mails().Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(Mails(), mail => Assert.Equal("COB Report - Close 2 - 2026-05-04", mail.Subject));
        Assert.All(Mails(), mail => Assert.Contains("All is well.", mail.HtmlBody, StringComparison.Ordinal));
        Assert.All(Mails(), mail => Assert.Contains("All is well.", mail.TextBody, StringComparison.Ordinal));
        Assert.All(Mails(), mail => Assert.EndsWith(".pdf", ((MimePart)mail.Attachments.Single()).FileName, StringComparison.Ordinal));
        using (var whole = await _server.Anonymous.GetAsync(LinkIn(Mails()[0]), Cancel))
            Assert.Equal("application/pdf", whole.Content.Headers.ContentType!.MediaType);
        var one = await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries/{Id(deliveries["ann@example.com"])}", Cancel));
        Assert.Equal(["planned", "sending", "accepted"], one.GetProperty("events").EnumerateArray().Select(change => change.GetProperty("to").GetString()));
        Assert.Contains(Mails(), mail => mail.MessageId == $"{one.GetProperty("message_key").GetString()}@example.com");
        Assert.Equal(2, (await SendAsync(report, new { email = new[] { "ann@example.com", "bob@example.com" } })).GetProperty("existing").GetInt32());
        Assert.Equal(2, _mail.Mails.Count);
    }

    [Fact]
    public async Task Everything_wrong_with_a_distribution_is_said_at_once()
    {
        var report = await StartAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync(
            $"{Api}/reports/{report}/distribute", new { mail = new[] { "ann", "bob@example.com", "c@d e.com" }, slak = new[] { "#a" } }, Cancel));
        Assert.Equal(["mail[0]", "mail[2]", "slak"], refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        foreach (var nobody in new object[] { new { }, new { mail = Array.Empty<string>() } })
        {
            refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute", nobody, Cancel));
            Assert.Equal("distribution", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task Subjects_and_bodies_are_templates_and_a_wrong_one_is_refused_with_its_place()
    {
        var report = await StartAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync(
            $"{Api}/reports/{report}/distribute", new { mail = new { to = new[] { "ann@example.com" }, subject = "Close {{ busines_date }}" } }, Cancel));
        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("mail.subject", error.GetProperty("field").GetString());
        Assert.Contains("business_date", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await SendAsync(report, new { mail = new { to = new[] { "ann@example.com" }, subject = "{{ template_name }}: {{ status_text }}", body = "Dear Ann,\n\nplease read." } });
        await SettledAsync(report);
        var mail = Assert.Single(Mails());
        Assert.Equal("Close 2: Completed", mail.Subject);
        Assert.Contains("Dear Ann,", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_sent_again_when_somebody_asks_and_what_was_accepted_is_not()
    {
        var report = await StartAsync();
        _mail.Answers["RCPT"] = "550 5.1.1 No such mailbox";
        await SendAsync(report, new { email = new[] { "ann@example.com" } });
        var failed = (await SettledAsync(report))["ann@example.com"];
        Assert.Equal("failed recipient_refused", State(failed));
        Assert.Contains("No such mailbox", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        _mail.Answers.Clear();
        var window = await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries?state=open&channel=mail&from=2026-01-01T00:00:00Z&until=2100-01-01T00:00:00Z", Cancel));
        Assert.Equal(Id(failed), Id(Assert.Single(window.EnumerateArray())));
        Assert.Equal(1, (await TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/deliveries/resend", new { report_id = report }, Cancel))).GetProperty("resent").GetInt32());
        Assert.Equal("accepted", State((await SettledAsync(report))["ann@example.com"]));
        await TestServer.RefusedAsync(409, "not_possible_now", Operator.PostAsync($"{Api}/deliveries/{Id(failed)}/resend", null, Cancel));
        Assert.Single(_mail.Mails);
    }

    [Fact]
    public async Task What_is_deferred_waits_and_what_is_unknown_stays_until_somebody_decides()
    {
        var report = await StartAsync();
        _mail.Answers["DOT"] = "451 4.3.0 Later";
        await SendAsync(report, new { email = new[] { "later@example.com" } });
        var later = (await SettledAsync(report))["later@example.com"];
        Assert.Equal("planned deferred", State(later));
        Assert.Equal(1, Math.Round((later.GetProperty("next_attempt_at").GetDateTimeOffset() - later.GetProperty("state_changed_at").GetDateTimeOffset()).TotalMinutes));

        _mail.Answers["DOT"] = "drop";
        await SendAsync(report, new { email = new[] { "once@example.com" } });
        await SendAsync(report, new { email = new { recipients = new[] { "surely@example.com" }, guarantee = "at_least_once" } });
        var deliveries = await SettledAsync(report);
        Assert.Equal("unknown connection_lost", State(deliveries["once@example.com"]));
        Assert.Equal("planned repeated", State(deliveries["surely@example.com"]));
        var unknown = Id(deliveries["once@example.com"]);
        await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/deliveries/{unknown}/mark", new { state = "planned", note = "x" }, Cancel));
        await TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/deliveries/{unknown}/mark", new { state = "accepted", note = "Ann has it." }, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", Operator.PostAsJsonAsync($"{Api}/deliveries/{unknown}/mark", new { state = "failed", note = "no" }, Cancel));
        Assert.Equal("accepted marked_by_user", State((await SettledAsync(report))["once@example.com"]));
    }

    [Fact]
    public async Task A_file_too_large_for_the_channel_or_its_server_becomes_a_link_and_the_mail_says_so()
    {
        // The channel would attach it; the mail server announces that it takes less.
        var report = await StartAsync(string.Concat(Enumerable.Range(0, 30_000).Select(line => string.Create(CultureInfo.InvariantCulture, $"- probe {line}\n"))), ["markdown"]);
        await SendAsync(report, new { email = new[] { "ann@example.com" } });
        Assert.Equal("accepted", State((await SettledAsync(report))["ann@example.com"]));
        var mail = Assert.Single(Mails());
        Assert.Empty(mail.Attachments);
        Assert.Contains("too large", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("What is linked can be fetched until ", mail.TextBody, StringComparison.Ordinal);
        using var file = await _server.Anonymous.GetAsync(LinkIn(mail), Cancel);
        Assert.Contains("probe 29999", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_for_a_folder_is_a_link_in_a_text_beside_those_that_fit()
    {
        var report = await StartAsync(string.Concat(Enumerable.Range(0, 3_000).Select(line => string.Create(CultureInfo.InvariantCulture, $"- probe {line}\n"))), ["markdown", "json"], ("Channels:small:Kind", "folder"), ("Channels:small:Path", "small"), ("Channels:small:MaximumBytes", "60000"));
        Directory.CreateDirectory(Path.Combine(_server.Folder, "small"));
        await SendAsync(report, new { small = new { recipients = new[] { "." }, artifacts = new { markdown = "attach", json = "attach" } } });
        Assert.Equal("accepted", State((await SettledAsync(report))["."]));
        var files = Directory.GetFiles(Path.Combine(_server.Folder, "small"), "*", SearchOption.AllDirectories);
        Assert.Equal([".md", ".txt"], files.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        var text = await File.ReadAllTextAsync(files.Single(file => file.EndsWith(".txt", StringComparison.Ordinal)), Cancel);
        Assert.Contains("too large to be attached", text, StringComparison.Ordinal);
        Assert.Contains("https://reports.example.com/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_sixty_megabytes_is_a_link_and_is_not_even_read()
    {
        var report = await StartAsync();
        await using (var session = await _server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            // Of this content there are no bytes: whoever read it would fail.
            var nothing = new { sha256 = new string('0', 64) };
            await session.ExecuteAsync("insert into contents (sha256, size_bytes, encoding) values (@sha256, 60000000, 'none')", nothing, Cancel);
            await session.ExecuteAsync("update cob_report_exports set file_size_bytes = 60000000, sha256 = @sha256 where format = 'pdf'", nothing, Cancel);
            await session.CommitAsync(Cancel);
        }

        await SendAsync(report, new { email = new { to = new[] { "ann@example.com" }, cards = "pictures" } });
        Assert.Equal("accepted", State((await SettledAsync(report))["ann@example.com"]));
        var mail = Assert.Single(Mails());
        Assert.Empty(mail.Attachments);
        Assert.Contains("(60.0 MB) - too large to be attached", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Open the whole report", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_that_is_not_there_stops_the_start()
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings: [("Delivery:Theme", "hous.json")]));
        Assert.StartsWith("Delivery:Theme: there is no theme file 'hous.json'", Assert.Single(stopped.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_public_address_a_needed_link_is_a_failure_that_says_what_to_set()
    {
        var report = await StartAsync(settings: [("Hosting:PublicAddress", "")]);
        await SendAsync(report, new { email = new { to = new[] { "ann@example.com" }, artifacts = new { pdf = "link" } } });
        var failed = (await SettledAsync(report))["ann@example.com"];
        Assert.Equal("failed no_public_address", State(failed));
        Assert.Contains("Hosting:PublicAddress", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_unsubscribes_gets_no_more()
    {
        var report = await StartAsync();
        await SendAsync(report, new { email = new[] { "Ann <ann@example.com>" } });
        await SettledAsync(report);
        var mail = Assert.Single(Mails());
        var link = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        using (var forged = await _server.Anonymous.PostAsync(link[..^2] + "xx", null, Cancel))
            Assert.Equal(404, (int)forged.StatusCode);
        using (var page = await _server.Anonymous.GetAsync(link, Cancel))
            Assert.Contains("ann@example.com", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using (var ended = await _server.Anonymous.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancel))
            Assert.Equal(200, (int)ended.StatusCode);
        var next = await ReportAsync("Again.", "markdown");
        Assert.Equal(1, (await SendAsync(next, new { email = new[] { "ANN@example.com" } })).GetProperty("suppressed").GetInt32());
        Assert.Equal("suppressed suppressed", State((await SettledAsync(next))["ANN@example.com"]));
        var list = await TestServer.OkAsync(Operator.GetAsync($"{Api}/suppressions", Cancel));
        var entry = Assert.Single(list.EnumerateArray());
        Assert.Equal(("ann@example.com", "mail", "unsubscribed"), (entry.GetProperty("recipient").GetString(), entry.GetProperty("channel").GetString(), entry.GetProperty("reason").GetString()));
        await TestServer.OkAsync(Operator.DeleteAsync($"{Api}/suppressions/{Id(entry)}", Cancel));
        await TestServer.OkAsync(Operator.PostAsync($"{Api}/deliveries/{Id((await SettledAsync(next))["ANN@example.com"])}/resend", null, Cancel));
        Assert.Equal("accepted", State((await SettledAsync(next))["ANN@example.com"]));
    }

    [Fact]
    public async Task Tests_and_partial_reports_are_marked_and_missing_formats_are_named()
    {
        var report = await StartAsync("{{ nothing.at.all }}", ["markdown"]);
        await SendAsync(report, new { email = new { to = new[] { "ann@example.com" }, cc = new[] { "bob@example.com" }, artifacts = new { html = "attach" } } }, "?test=true");
        await SettledAsync(report);
        Assert.Equal(2, _mail.Mails.Count);
        Assert.All(Mails(), mail =>
        {
            Assert.Equal("[TEST] [PARTIAL] COB Report - Close 1 - 2026-05-04", mail.Subject);
            Assert.Equal(("ann@example.com", "bob@example.com"), (mail.To.Mailboxes.Single().Address, mail.Cc.Mailboxes.Single().Address));
            Assert.EndsWith(".html", ((MimePart)mail.Attachments.Single()).FileName, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_mail_that_comes_back_is_noted_and_its_recipient_can_be_suppressed()
    {
        var report = await StartAsync();
        await SendAsync(report, new { email = new[] { "ann@example.com" } });
        await SettledAsync(report);
        await TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/deliveries/bounces", new { message_id = $"<{Mails()[0].MessageId}>", reason = "550 No such mailbox", suppress = true }, Cancel));
        var bounced = (await SettledAsync(report))["ann@example.com"];
        Assert.Equal("accepted bounced", State(bounced));
        Assert.NotEqual(default, bounced.GetProperty("bounced_at").GetDateTimeOffset());
        Assert.Equal(Id(bounced), Id(Assert.Single((await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries?state=bounced&report_id={report}", Cancel))).EnumerateArray())));
        Assert.Equal(1, (await SendAsync(await ReportAsync("Again.", "markdown"), new { email = new[] { "ann@example.com" } })).GetProperty("suppressed").GetInt32());
    }

    [Fact]
    public async Task A_channel_that_is_set_up_wrongly_stops_the_start_and_every_mistake_is_named()
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            settings: [("Channels:mail:Security", "none"), ("Channels:mail:Host", "mail.example.com"), ("Channels:mail:Prot", "25"), ("Channels:mail:From", "nobody"), ("Channels:odd:Kind", "pigeon")]));
        foreach (var setting in new[] { "Channels:mail:Prot", "Channels:odd:Kind" })
            Assert.Contains(stopped.Failures, failure => failure.Contains(setting, StringComparison.Ordinal));
        stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            settings: [("Channels:mail:Host", "mail.example.com"), ("Channels:mail:From", "nobody"), ("Channels:mail:UserName", "x"), ("Channels:mail:DkimDomain", "example.com")]));
        foreach (var setting in new[] { "Channels:mail:Security", "Channels:mail:From", "Channels:mail:Password", "Channels:mail:DkimDomain" })
            Assert.Contains(stopped.Failures, failure => failure.StartsWith(setting + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipient_outside_the_allowed_domains_is_refused()
    {
        var report = await StartAsync(settings: [("Delivery:AllowedDomains:0", "example.com")]);
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute", new { mail = new[] { "a@example.com", "b@example.org" } }, Cancel));
        Assert.Equal("mail[1]", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        Assert.Empty(_mail.Mails);
    }
}
