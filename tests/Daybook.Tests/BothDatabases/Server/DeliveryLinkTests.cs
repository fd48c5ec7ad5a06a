using System.Globalization;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Files that go as links, because they are too large or because somebody wants it so.</summary>
public abstract class DeliveryLinkTests(ServerFixture fixture) : DeliveryServerTests(fixture)
{
    [Fact]
    public async Task A_file_too_large_for_the_channel_or_itsServer_becomes_a_link_and_theReceiver_says_so()
    {
        // The channel would attach it; the mail server announces that it takes less.
        var report = await StartAsync(string.Concat(Enumerable.Range(0, 30_000).Select(line => string.Create(CultureInfo.InvariantCulture, $"- probe {line}\n"))), ["markdown"]);
        await SendAsync(report, new { email = new[] { "ann@example.com" } });
        Assert.Equal("accepted", State((await SettledAsync(report))["ann@example.com"]));
        var mail = Assert.Single(Mails());
        Assert.Empty(mail.Attachments);
        Assert.Contains("too large", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("What is linked can be fetched until ", mail.TextBody, StringComparison.Ordinal);
        using var file = await Server.Anonymous.GetAsync(LinkIn(mail), Cancel);
        Assert.Contains("probe 29999", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_for_a_folder_is_a_link_in_a_text_beside_those_that_fit()
    {
        var report = await StartAsync(string.Concat(Enumerable.Range(0, 3_000).Select(line => string.Create(CultureInfo.InvariantCulture, $"- probe {line}\n"))), ["markdown", "json"], ("Channels:small:Kind", "folder"), ("Channels:small:Path", "small"), ("Channels:small:MaximumBytes", "60000"));
        Directory.CreateDirectory(Path.Combine(Server.Folder, "small"));
        await SendAsync(report, new { small = new { recipients = new[] { "." }, artifacts = new { markdown = "attach", json = "attach" } } });
        Assert.Equal("accepted", State((await SettledAsync(report))["."]));
        var files = Directory.GetFiles(Path.Combine(Server.Folder, "small"), "*", SearchOption.AllDirectories);
        Assert.Equal([".md", ".txt"], files.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        var text = await File.ReadAllTextAsync(files.Single(file => file.EndsWith(".txt", StringComparison.Ordinal)), Cancel);
        Assert.Contains("too large to be attached", text, StringComparison.Ordinal);
        Assert.Contains("https://reports.example.com/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_sixty_megabytes_is_a_link_and_is_not_even_read()
    {
        var report = await StartAsync();
        await using (var session = await Server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
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
    public async Task Without_a_public_address_a_needed_link_is_a_failure_that_says_what_to_set()
    {
        var report = await StartAsync(settings: [("Hosting:PublicAddress", "")]);
        await SendAsync(report, new { email = new { to = new[] { "ann@example.com" }, artifacts = new { pdf = "link" } } });
        var failed = (await SettledAsync(report))["ann@example.com"];
        Assert.Equal("failed no_public_address", State(failed));
        Assert.Contains("Hosting:PublicAddress", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }
}
