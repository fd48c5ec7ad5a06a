using System.Text;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Outgoing;
using Daybook.Tests.BothDatabases.Delivery;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Delivery.Email;

/// <summary>Signing in to a mail server with access tokens that are fetched by client credentials.</summary>
public sealed class AccessTokenTests : IAsyncDisposable
{
    private readonly EmailTries _tries = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
    private readonly OutgoingHttp _http;

    public AccessTokenTests()
    {
        var options = new OutgoingOptions();
        options.AllowedPrivate.Add("127.0.0.0/8");
        _http = new OutgoingHttp(new OutgoingHosts(Options.Create(options)), Options.Create(options));
    }

    public async ValueTask DisposeAsync()
    {
        await _tries.DisposeAsync();
        _http.Dispose();
    }

    private EmailChannel To(ScriptedSmtpServer server, Loopback tokens) => _tries.To(
        server,
        options =>
        {
            (options.UserName, options.MailsPerConnection) = ("reports@example.com", 1);
            (options.TokenAddress, options.ClientId, options.ClientSecret, options.TokenScope) = (tokens.Address + "token", "daybook", "s3cret&", "https://mail.example.com/.default");
        },
        tokens: options => new AccessTokens(options, _http, _clock));

    private static Task<Loopback> TokensAsync(params (int Status, string Body)[] answers)
    {
        var left = new Queue<(int Status, string Body)>(answers);
        return Loopback.StartAsync((context, _) =>
        {
            var (status, body) = left.Dequeue();
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
    }

    private static List<string> SignIns(ScriptedSmtpServer server) =>
        [.. server.Commands.Where(command => command.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal)).Select(command => Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[2])).Replace('\u0001', ' ').Trim())];

    [Fact]
    public async Task A_token_is_fetched_once_and_again_shortly_before_it_ends()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        await using var tokens = await TokensAsync((200, """{"access_token":"one","expires_in":3600,"token_type":"Bearer"}"""), (200, """{"access_token":"two","expires_in":3600}"""));
        var channel = To(server, tokens);
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Equal(["user=reports@example.com auth=Bearer one", "user=reports@example.com auth=Bearer one", "user=reports@example.com auth=Bearer two"], SignIns(server));
        Assert.Equal(2, tokens.Requests.Count);
        Assert.Equal("grant_type=client_credentials&client_id=daybook&client_secret=s3cret%26&scope=https%3A%2F%2Fmail.example.com%2F.default", tokens.Requests.First().Text);
    }

    [Fact]
    public async Task A_token_that_the_mail_server_refuses_is_fetched_anew()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        await using var tokens = await TokensAsync((200, """{"access_token":"one"}"""), (200, """{"access_token":"two"}"""));
        var channel = To(server, tokens);
        server.Answers["AUTH"] = "535 5.7.8 Bad token";
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(channel));
        Assert.Equal(ChannelCodes.SignInRefused, refused.Code);
        server.Answers.Clear();
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Equal("user=reports@example.com auth=Bearer two", SignIns(server)[^1]);
    }

    [Fact]
    public async Task A_kept_token_that_was_withdrawn_meanwhile_is_fetched_anew_for_the_same_mail()
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        await using var tokens = await TokensAsync((200, """{"access_token":"one","expires_in":3600}"""), (200, """{"access_token":"two","expires_in":3600}"""), (200, """{"access_token":"three"}"""));
        var channel = To(server, tokens);
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        server.Answers[$"AUTH XOAUTH2 {Convert.ToBase64String("user=reports@example.com\u0001auth=Bearer one\u0001\u0001"u8)}"] = "535 5.7.8 Token was withdrawn";
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(channel));
        Assert.Equal(["user=reports@example.com auth=Bearer one", "user=reports@example.com auth=Bearer one", "user=reports@example.com auth=Bearer two"], SignIns(server));
        server.Answers["AUTH"] = "535 5.7.3 Not for this mailbox";
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(channel));
        Assert.Equal(3, tokens.Requests.Count);
        Assert.EndsWith("“535: 5.7.3 Not for this mailbox”. The token was just fetched: correct UserName or TokenScope, or have the mail server let the account send.", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_only_the_standard_way_gets_the_token_that_way_and_one_that_knows_none_is_told_of()
    {
        await using var standard = new ScriptedSmtpServer { Extensions = ["AUTH PLAIN OAUTHBEARER"] };
        await using var tokens = await TokensAsync((200, """{"access_token":"one"}"""), (200, """{"access_token":"one"}"""));
        Assert.IsType<DeliveryOutcome.Accepted>(await _tries.SendAsync(To(standard, tokens)));
        var sent = Encoding.UTF8.GetString(Convert.FromBase64String(standard.Commands.Single(command => command.StartsWith("AUTH OAUTHBEARER ", StringComparison.Ordinal)).Split(' ')[2]));
        Assert.StartsWith("n,a=reports@example.com,\u0001", sent, StringComparison.Ordinal);
        Assert.EndsWith("auth=Bearer one\u0001\u0001", sent, StringComparison.Ordinal);
        await using var none = new ScriptedSmtpServer { Extensions = ["AUTH PLAIN"] };
        var refused = Assert.IsType<DeliveryOutcome.Refused>(await _tries.SendAsync(To(none, tokens)));
        Assert.Contains("it offers no sign-in with access tokens (XOAUTH2 or OAUTHBEARER)", refused.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","error_description":"The secret has expired."}""", "refused", "“The secret has expired.”")]
    [InlineData(400, """{"error":"invalid_scope"}""", "refused", "“invalid_scope”")]
    [InlineData(200, "<html>Sign in</html>", "refused", "“<html>Sign in</html>”")]
    [InlineData(503, "later", "deferred", "gave no access token and answered")]
    [InlineData(429, "later", "deferred", "gave no access token and answered")]
    public async Task Without_a_token_nothing_is_sent_and_the_reason_is_said(int status, string body, string outcome, string said)
    {
        await using var server = new ScriptedSmtpServer { Extensions = ["AUTH XOAUTH2"] };
        await using var tokens = await TokensAsync((status, body));
        var got = await _tries.SendAsync(To(server, tokens));
        Assert.Equal($"{outcome} {ChannelCodes.SignInRefused}", Channels.Sending.CodeOf(got));
        Assert.Contains(said, got.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", got.Sentence, StringComparison.Ordinal);
        Assert.Empty(SignIns(server));
        Assert.Equal(0, _tries.Commits);
    }
}
