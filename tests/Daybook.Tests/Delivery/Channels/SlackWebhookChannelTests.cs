using Daybook.Delivery.Channels;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

public sealed class SlackWebhookChannelTests
{
    private static IDeliveryChannel Channel(Loopback server) => ChannelOf.Kind("slack", ("Webhooks:#soc", server.Address + "services/T0/B0/x"));

    [Fact]
    public async Task A_webhook_gets_blocks_within_slacks_limits()
    {
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("ok"));
        var accepted = await Channel(server).AcceptedAsync(Messages.Hostile("#soc"));
        Assert.Equal("Slack posted the message to #soc.", accepted.Sentence);
        Assert.Null(BlockLimits.Problem(server.Requests.Single().Json.GetProperty("blocks").GetRawText()));
    }

    [Theory]
    [InlineData(404, "no_service", "refused destination_not_found")]
    [InlineData(404, "channel_not_found", "refused destination_not_found")]
    [InlineData(403, "action_prohibited", "refused destination_not_permitted")]
    [InlineData(410, "channel_is_archived", "refused destination_not_permitted")]
    [InlineData(400, "invalid_payload", "refused message_rejected")]
    [InlineData(429, "rate_limited", "deferred rate_limited")]
    [InlineData(500, "rollup_error", "deferred service_unavailable")]
    [InlineData(502, "<html>", "unknown outcome_unclear")]
    public async Task Each_word_of_a_webhook_has_its_outcome(int status, string word, string expected)
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(word);
        });
        Assert.Equal(expected, Sending.CodeOf((await Channel(server).SendAsync(Messages.To("#soc"))).Outcome));
    }

    [Fact]
    public async Task A_recipient_without_a_webhook_is_refused_with_those_there_are()
    {
        await using var server = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        Assert.Equal("“#other” is no webhook of the channel; it has #soc. Add it to Webhooks.", Channel(server).Refuse("#other"));
    }
}
