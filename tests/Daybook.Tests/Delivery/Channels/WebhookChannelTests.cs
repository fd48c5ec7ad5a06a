using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Webhook;
using Daybook.Outgoing;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

public sealed class WebhookChannelTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string OldSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static IDeliveryChannel Channel(int port, params (string, string)[] settings) =>
        ChannelOf.Kind("webhook", [("Webhooks:soc", $"http://127.0.0.1:{port}/hook?token=t0p"), ("Secret", Secret), .. settings]);

    private static Task<Loopback> ServerAsync(int status, string answer, string? retryAfter = null) => Loopback.StartAsync((context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(answer);
    });

    [Fact]
    public void A_signature_is_that_of_the_standards_example()
    {
        var headers = WebhookSignature.Headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("""{"test": 2432232314}"""), [WebhookSecret.Parse(Secret)!]);
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers.Single(header => header.Key == "webhook-signature").Value);
        Assert.Equal("1614265330", headers.Single(header => header.Key == "webhook-timestamp").Value);
    }

    [Fact]
    public async Task A_receiver_gets_signed_json_with_the_key_and_the_artifacts()
    {
        await using var server = await ServerAsync(200, """{"id":"42"}""");
        var accepted = await Channel(server.Port).AcceptedAsync(Messages.To("soc").WithPdf() with { Links = Messages.Hostile("soc").Links[..1] });
        Assert.Equal("42", accepted.Receipt);
        var request = Assert.Single(server.Requests);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(Messages.Key, request.Headers["Idempotency-Key"]);
        Assert.Equal(Messages.Key, request.Headers["webhook-id"]);
        Assert.Equal("1777917600", request.Headers["webhook-timestamp"]);
        Golden.Matches(JsonNode.Parse(request.Body)!.ToJsonString(Indented) + "\n", "webhook.json");
        Assert.Equal([WebhookSecret.Parse(Secret)!.Sign([.. Encoding.UTF8.GetBytes($"{Messages.Key}.1777917600."), .. request.Body])], request.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task While_secrets_change_both_sign()
    {
        await using var server = await ServerAsync(204, "");
        await Channel(server.Port, ("PreviousSecret", OldSecret)).AcceptedAsync(Messages.To("soc"));
        var request = Assert.Single(server.Requests);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Messages.Key}.1777917600."), .. request.Body];
        Assert.Equal([WebhookSecret.Parse(Secret)!.Sign(signed), WebhookSecret.Parse(OldSecret)!.Sign(signed)], request.Headers["webhook-signature"].Split(' '));
    }

    [Fact]
    public async Task An_answer_of_200_with_garbage_counts_and_is_noted()
    {
        await using var server = await ServerAsync(200, "<html>\u0007 it   works");
        var accepted = await Channel(server.Port).AcceptedAsync(Messages.To("soc"));
        Assert.Equal("127.0.0.1 answered 200 (OK) with “<html> it works”, which is no JSON object; the status counts.", accepted.Sentence);
    }

    [Theory]
    [InlineData(429, "deferred rate_limited")]
    [InlineData(503, "deferred service_unavailable")]
    [InlineData(500, "deferred service_unavailable")]
    [InlineData(502, "unknown outcome_unclear")]
    [InlineData(504, "unknown outcome_unclear")]
    [InlineData(301, "refused redirected")]
    [InlineData(400, "refused message_rejected")]
    [InlineData(401, "refused sign_in_refused")]
    [InlineData(403, "refused destination_not_permitted")]
    [InlineData(404, "refused destination_not_found")]
    [InlineData(410, "refused destination_not_found")]
    [InlineData(413, "refused message_too_large")]
    public async Task Each_status_has_its_outcome(int status, string expected)
    {
        await using var server = await ServerAsync(status, "no");
        Assert.Equal(expected, Sending.CodeOf((await Channel(server.Port).SendAsync(Messages.To("soc"))).Outcome));
    }

    [Fact]
    public async Task The_time_that_a_receiver_asks_for_is_handed_on()
    {
        await using var server = await ServerAsync(429, "", "120");
        Assert.Equal(120, Assert.IsType<DeliveryOutcome.Deferred>((await Channel(server.Port).SendAsync(Messages.To("soc"))).Outcome).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_receiver_that_dies_after_the_message_leaves_open_whether_it_has_it()
    {
        using var server = RawServer.Start(stream => RawServer.ReadUntilAsync(stream, "\"artifacts\":[]}", TestContext.Current.CancellationToken));
        var (outcome, commits) = await Channel(server.Port).SendAsync(Messages.To("soc"));
        Assert.Equal("unknown " + OutgoingCodes.ConnectionLost, Sending.CodeOf(outcome));
        Assert.Equal(1, commits);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_has_nothing()
    {
        using var closed = new ClosedPort();
        var (outcome, commits) = await Channel(closed.Number).SendAsync(Messages.To("soc"));
        Assert.Equal("deferred " + OutgoingCodes.ConnectionFailed, Sending.CodeOf(outcome));
        Assert.Equal(0, commits);
    }

    [Fact]
    public async Task No_sentence_holds_the_address_of_a_webhook_which_is_a_secret()
    {
        await using var server = await ServerAsync(404, "gone");
        Assert.DoesNotContain("t0p", (await Channel(server.Port).SendAsync(Messages.To("soc"))).Outcome.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("t0p", (await Channel(server.Port).TestAsync(TestContext.Current.CancellationToken)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_agreed_to_is_not_sent()
    {
        await using var server = await ServerAsync(200, "");
        await Channel(server.Port).KeepsHomeAsync(Messages.To("soc"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_test_reaches_the_host_and_sends_nothing()
    {
        await using var server = await ServerAsync(200, "");
        Assert.IsType<DeliveryOutcome.Accepted>(await Channel(server.Port).TestAsync(TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }
}
