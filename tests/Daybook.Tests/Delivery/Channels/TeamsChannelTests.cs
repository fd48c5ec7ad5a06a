using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Delivery.Channels;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

public sealed class TeamsChannelTests
{
    /// <summary>What Teams takes.</summary>
    private const int Limit = 28 * 1024;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static IDeliveryChannel Channel(Loopback server) => ChannelOf.Kind("teams", ("Webhooks:SOC", server.Address + "workflows/x/triggers/manual/paths/invoke?sig=t0p"));

    private static Task<Loopback> WorkflowAsync() => Loopback.StartAsync((context, _) =>
    {
        context.Response.StatusCode = 202;
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_workflow_gets_one_adaptive_card()
    {
        await using var server = await WorkflowAsync();
        var accepted = await Channel(server).AcceptedAsync(Messages.To("SOC") with { Links = Messages.Hostile("SOC").Links[..1] });
        Assert.StartsWith("Teams took the message for “SOC” with 202 (Accepted).", accepted.Sentence, StringComparison.Ordinal);
        Golden.Matches(JsonNode.Parse(server.Requests.Single().Body)!.ToJsonString(Indented) + "\n", "teams-card.json");
    }

    [Fact]
    public async Task Nothing_in_the_data_is_read_as_markdown_a_mention_or_a_function()
    {
        await using var server = await WorkflowAsync();
        await Channel(server).AcceptedAsync(Messages.Hostile("SOC"));
        var card = Card(server);
        // Teams reads Markdown, <at> and {{DATE()}} in text blocks and facts; runs of rich text are shown as they are.
        Assert.Equal(["RichTextBlock", "ColumnSet"], card.GetProperty("body").EnumerateArray().Select(element => element.GetProperty("type").GetString()).Distinct());
        Assert.False(card.GetProperty("msteams").TryGetProperty("entities", out _));
        Assert.All(card.GetProperty("actions").EnumerateArray(), action => Assert.StartsWith("https://", action.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_never_passes_the_limit_of_size_and_actions()
    {
        await using var server = await WorkflowAsync();
        var message = Messages.Hostile("SOC") with { Pictures = [Messages.Picture(1_000_000)] };
        message = message with { Report = message.Report with { Figures = [.. message.Report.Figures.Select(figure => figure with { Value = new string('漢', 2_000) })] } };
        await Channel(server).AcceptedAsync(message);
        Assert.InRange(server.Requests.Single().Body.Length, 1, Limit);
        Assert.Equal(6, Card(server).GetProperty("actions").GetArrayLength());
        Assert.Contains("35 more files are in the report.", server.Requests.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_picture_is_shown_and_a_large_one_left_out()
    {
        await using var server = await WorkflowAsync();
        await Channel(server).AcceptedAsync(Messages.To("SOC") with { Pictures = [Messages.Picture(8_000), Messages.Picture(30_000)] });
        var image = Assert.Single(Card(server).GetProperty("body").EnumerateArray(), element => element.GetProperty("type").GetString() == "Image");
        Assert.StartsWith("data:image/png;base64,", image.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("Findings by day", image.GetProperty("altText").GetString());
        Assert.InRange(server.Requests.Single().Body.Length, 8_000, Limit);
    }

    [Theory]
    [InlineData("Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429", "deferred rate_limited")]
    [InlineData("Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413", "refused message_rejected")]
    [InlineData("1", "accepted")]
    public async Task A_failure_that_hides_behind_200_is_seen(string answer, string expected)
    {
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync(answer));
        Assert.Equal(expected, Sending.CodeOf((await Channel(server).SendAsync(Messages.To("SOC"))).Outcome));
    }

    [Fact]
    public async Task A_workflow_that_is_gone_is_refused_without_showing_its_address()
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("""{"error":{"code":"WorkflowNotFound","message":"gone"}}""");
        });
        var (outcome, _) = await Channel(server).SendAsync(Messages.To("SOC"));
        Assert.Equal("refused destination_not_found", Sending.CodeOf(outcome));
        Assert.DoesNotContain("t0p", outcome.Sentence, StringComparison.Ordinal);
    }

    private static JsonElement Card(Loopback server) => server.Requests.Single().Json.GetProperty("attachments")[0].GetProperty("content");
}
