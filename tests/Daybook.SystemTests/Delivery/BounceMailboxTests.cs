using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Daybook.SystemTests.Server;
using Daybook.Tests.BothDatabases.Delivery;

namespace Daybook.SystemTests.Delivery;

/// <summary>The mailbox that mails come back to, on a real IMAP server.</summary>
public sealed class BounceMailboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_came_back_stands_in_the_ledger_and_the_mailbox_keeps_every_mail()
    {
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        await using var mailbox = await ImapServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.FullName, "data"), MailedReport.Settings(
            mail.Port,
            "Channels:mail:Security=none", "Bounces:Host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"Bounces:Port={mailbox.Port}"), "Bounces:Security=none",
            "Bounces:UserName=bounces", "Bounces:Password=" + ImapServer.Password, "Bounces:PollSeconds=1", "Bounces:Suppress=true"));
        var report = await MailedReport.MakeAsync(server.Client, "Close");
        await MailedReport.SendAsync(server.Client, report, ["ann@example.com", "bob@example.com"], "at_most_once");
        var sent = await MailedReport.SettledAsync(server.Client, report);
        var key = sent["ann@example.com"].GetProperty("message_key").GetString()!;
        foreach (var sample in new[] { "absence", "of-others", "postfix-delayed", "postfix-failed" })
            await mailbox.AddAsync(BounceSamples.Text(sample, key));
        JsonElement ann;
        do
        {
            await Task.Delay(50, Cancel);
            ann = (await MailedReport.SettledAsync(server.Client, report))["ann@example.com"];
        }
        while (!IsBounced(ann) || mailbox.Mails.Any(name => !name.Contains(":2,", StringComparison.Ordinal) || !name.EndsWith('a')));
        Assert.Equal("accepted", MailedReport.StateOf(ann));
        Assert.Contains("there is no such mailbox (5.1.1)", ann.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(IsBounced((await MailedReport.SettledAsync(server.Client, report))["bob@example.com"]));
        // All are kept and marked; only the two that were understood are seen.
        Assert.Equal([":2,a", ":2,a", ":2,Sa", ":2,Sa"], mailbox.Mails.Select(name => name[name.IndexOf(':', StringComparison.Ordinal)..]));
        var list = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/cob/suppressions", Cancel);
        Assert.Equal("ann@example.com", Assert.Single(list.EnumerateArray()).GetProperty("recipient").GetString());
    }

    [Fact]
    public async Task A_mailbox_that_refuses_the_password_is_seen_by_whoever_asks_and_is_a_notice()
    {
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        await using var mailbox = await ImapServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.FullName, "data"), MailedReport.Settings(
            mail.Port,
            "Channels:mail:Security=none", "Bounces:Host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"Bounces:Port={mailbox.Port}"), "Bounces:Security=none",
            "Bounces:UserName=bounces", "Bounces:Password=not-the-password", "Bounces:PollSeconds=1"));
        JsonElement state;
        do
        {
            await Task.Delay(50, Cancel);
            state = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/cob/deliveries/bounces", Cancel);
        }
        while (state.GetProperty("state").GetString() != "unreadable");
        Assert.Contains("127.0.0.1", state.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", state.ToString(), StringComparison.Ordinal);
        Assert.Contains("daybook_bounce_mailbox_unreadable 1\n", await server.Client.GetStringAsync("/metrics", Cancel), StringComparison.Ordinal);
        // No administrator of this server has an address yet: the notice is there, and says whom it should have reached.
        while (!(await server.Client.GetStringAsync("/metrics", Cancel)).Contains("daybook_notices{state=\"nobody\"} 1\n", StringComparison.Ordinal))
            await Task.Delay(50, Cancel);
    }

    private static bool IsBounced(JsonElement delivery) => delivery.TryGetProperty("bounced_at", out var at) && at.ValueKind == JsonValueKind.String;
}
