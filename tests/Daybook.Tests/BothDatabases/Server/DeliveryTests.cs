using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Reports that are sent by whole servers to a mail server.</summary>
public abstract class DeliveryTests(ServerFixture fixture) : DeliveryServerTests(fixture)
{
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
        using (var whole = await Server.Anonymous.GetAsync(LinkIn(Mails()[0]), Cancel))
            Assert.Equal("application/pdf", whole.Content.Headers.ContentType!.MediaType);
        var one = await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries/{Id(deliveries["ann@example.com"])}", Cancel));
        Assert.Equal(["planned", "sending", "accepted"], one.GetProperty("events").EnumerateArray().Select(change => change.GetProperty("to").GetString()));
        Assert.Contains(Mails(), mail => mail.MessageId == $"{one.GetProperty("message_key").GetString()}@example.com");
        Assert.Equal(2, (await SendAsync(report, new { email = new[] { "ann@example.com", "bob@example.com" } })).GetProperty("existing").GetInt32());
        Assert.Equal(2, Receiver.Mails.Count);
    }

    [Fact]
    public async Task Everything_wrong_with_a_distribution_is_said_at_once()
    {
        var report = await StartAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync(
            $"{Api}/reports/{report}/distribute", new { mail = new[] { "ann", "bob@example.com", "c@d e.com" }, slak = new[] { "#a" } }, Cancel));
        Assert.Equal(["mail[0]", "mail[2]", "slak"], refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        foreach (var (nobody, field) in new (object, string)[] { (new { }, "distribution"), (new { mail = Array.Empty<string>() }, "mail") })
        {
            refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute", nobody, Cancel));
            Assert.Equal(field, Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
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
        Receiver.Answers["RCPT"] = "550 5.1.1 No such mailbox";
        await SendAsync(report, new { email = new[] { "ann@example.com" } });
        var failed = (await SettledAsync(report))["ann@example.com"];
        Assert.Equal("failed recipient_refused", State(failed));
        Assert.Contains("No such mailbox", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Receiver.Answers.Clear();
        var window = await TestServer.OkAsync(Operator.GetAsync($"{Api}/deliveries?state=open&channel=mail&from=2026-01-01T00:00:00Z&until=2100-01-01T00:00:00Z", Cancel));
        Assert.Equal(Id(failed), Id(Assert.Single(window.EnumerateArray())));
        Assert.Equal(1, (await TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/deliveries/resend", new { report_id = report }, Cancel))).GetProperty("resent").GetInt32());
        Assert.Equal("accepted", State((await SettledAsync(report))["ann@example.com"]));
        await TestServer.RefusedAsync(409, "not_possible_now", Operator.PostAsync($"{Api}/deliveries/{Id(failed)}/resend", null, Cancel));
        Assert.Single(Receiver.Mails);
    }

    [Fact]
    public async Task What_is_deferred_waits_and_what_is_unknown_stays_until_somebody_decides()
    {
        var report = await StartAsync();
        Receiver.Answers["DOT"] = "451 4.3.0 Later";
        await SendAsync(report, new { email = new[] { "later@example.com" } });
        var later = (await SettledAsync(report))["later@example.com"];
        Assert.Equal("planned deferred", State(later));
        Assert.Equal(1, Math.Round((later.GetProperty("next_attempt_at").GetDateTimeOffset() - later.GetProperty("state_changed_at").GetDateTimeOffset()).TotalMinutes));

        Receiver.Answers["DOT"] = "drop";
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
    public async Task A_theme_that_is_not_there_stops_the_start()
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings: [("Delivery:Theme", "hous.json")]));
        Assert.StartsWith("Delivery:Theme: there is no theme file 'hous.json'", Assert.Single(stopped.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_unsubscribes_gets_no_more()
    {
        var report = await StartAsync();
        await SendAsync(report, new { email = new[] { "Ann <ann@example.com>" } });
        await SettledAsync(report);
        var mail = Assert.Single(Mails());
        var link = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        using (var forged = await Server.Anonymous.PostAsync(link[..^2] + "xx", null, Cancel))
            Assert.Equal((404, true), ((int)forged.StatusCode, (await forged.Content.ReadAsStringAsync(Cancel)).Contains("This link does not work", StringComparison.Ordinal)));
        using (var page = await Server.Anonymous.GetAsync(link, Cancel))
            Assert.Contains("ann@example.com", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using (var ended = await Server.Anonymous.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancel))
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
        Assert.Equal(2, Receiver.Mails.Count);
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
        foreach (var setting in new[] { "Channels:mail:Prot", "Channels:mail:Security", "Channels:mail:From", "Channels:odd:Kind" })
            Assert.Contains(stopped.Failures, failure => failure.Contains(setting, StringComparison.Ordinal));
        stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            settings: [("Channels:mail:Host", "mail.example.com"), ("Channels:mail:From", "nobody"), ("Channels:mail:UserName", "x"), ("Channels:mail:DkimDomain", "example.com")]));
        foreach (var setting in new[] { "Channels:mail:Security", "Channels:mail:From", "Channels:mail:Password", "Channels:mail:DkimSelector", "Channels:mail:DkimKeyFile" })
            Assert.Contains(stopped.Failures, failure => failure.StartsWith(setting + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipient_outside_the_allowed_domains_is_refused()
    {
        var report = await StartAsync(settings: [("Delivery:AllowedDomains:0", "example.com")]);
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute", new { mail = new[] { "a@example.com", "b@example.org" } }, Cancel));
        Assert.Equal("mail[1]", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        Assert.Empty(Receiver.Mails);
    }
}
