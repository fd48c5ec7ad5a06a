using System.Text;
using System.Text.Json;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Stored;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>What became a link because it is too large for a channel is told by each of them, beside what was small enough.</summary>
public sealed class TooLargeTests : IDisposable
{
    private static readonly DeliveryLink Large = new(default, "large.pdf", "pdf", 60_000_000, new Uri("https://reports.example/links/large"), NodaTime.Instant.FromUtc(2026, 6, 1, 0, 0));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-large-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private static DeliveryMessage Mixed(string recipient) => Messages.To(recipient).WithPdf() with { Links = [Large] };

    [Theory]
    [InlineData("webhook", "Webhooks:soc=https://hooks.example/x|Secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("slack", "BotToken=xoxb-1-2-3")]
    [InlineData("s3", "Endpoint=https://s3.example|Bucket=reports|AccessKey=a|SecretKey=b|Region=eu-west-2")]
    [InlineData("sftp", "Host=files.example|Username=u|Password=p|HostKeys:0=SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA")]
    [InlineData("folder", "Path=/srv/reports")]
    public void A_channel_that_takes_files_has_a_limit_that_can_be_set(string kind, string settings) => Assert.Equal(
        5_000, ChannelOf.Kind(kind, [.. settings.Split('|').Select(setting => setting.Split('=', 2)).Select(setting => (setting[0], setting[1])), ("MaximumBytes", "5000")]).Traits.MaximumBytes);

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public void Channels_of_incoming_webhooks_take_links_alone(string kind) => Assert.Equal(0, ChannelOf.Kind(kind, ("Webhooks:soc", "https://hooks.example/x")).Traits.MaximumBytes);

    [Fact]
    public async Task A_folder_gets_a_text_with_the_link_beside_the_files()
    {
        var accepted = await ChannelOf.Kind("folder", ("Path", _folder.FullName), ("NamePattern", "{file}")).AcceptedAsync(Mixed("."));
        Assert.Equal(["report.completed.txt", "report.pdf"], Directory.GetFiles(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var text = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "report.completed.txt"), Cancel);
        Assert.Contains("large.pdf: https://reports.example/links/large\n", text, StringComparison.Ordinal);
        Assert.Contains("report.completed.txt", accepted.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_and_files_on_other_hosts_are_the_same_as_in_a_folder()
    {
        static string[] Names(DeliveryMessage message) => [.. StoredFile.Of(message, NamePattern.Read(null!, "NamePattern", "{file}")!, "top").Select(file => file.Path)];
        Assert.Equal(["top/report.pdf", "top/report.completed.txt"], Names(Mixed(".")));
        Assert.Equal(["top/report.completed.txt"], Names(Messages.To(".") with { Links = [Large] }));
        Assert.Equal(["top/report.pdf", "top/report.completed.txt"], Names(Messages.To(".").WithPdf() with { Missing = ["The xlsx file is missing: it took more than 60 seconds."] }));
        Assert.Equal(["top/report.pdf"], Names(Messages.To(".").WithPdf()));
    }

    [Fact]
    public async Task Slack_shares_the_files_with_a_message_that_has_the_link()
    {
        await using var slack = await SlackFake.StartAsync();
        await ChannelOf.Kind("slack", ("BotToken", SlackFake.Token), ("ApiAddress", $"http://127.0.0.1:{slack.Port}/api/")).AcceptedAsync(Mixed("#soc"));
        var sent = slack.Arguments["files.completeUploadExternal"];
        Assert.Equal("report.pdf", Assert.Single(JsonElement.Parse(sent["files"]).EnumerateArray()).GetProperty("title").GetString());
        Assert.Contains("https://reports.example/links/large", sent["blocks"], StringComparison.Ordinal);
        Assert.Contains("large.pdf", sent["blocks"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teams")]
    [InlineData("slack")]
    [InlineData("webhook")]
    public async Task A_webhook_has_the_link_in_its_message(string kind)
    {
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("ok"));
        (string, string)[] secret = kind == "webhook" ? [("Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")] : [];
        await ChannelOf.Kind(kind, [("Webhooks:soc", $"http://127.0.0.1:{server.Port}/hook"), .. secret]).AcceptedAsync(Messages.To("soc") with { Links = [Large] });
        var body = Encoding.UTF8.GetString(Assert.Single(server.Requests).Body);
        Assert.Contains("https://reports.example/links/large", body, StringComparison.Ordinal);
        Assert.Contains("large.pdf", body, StringComparison.Ordinal);
    }
}
