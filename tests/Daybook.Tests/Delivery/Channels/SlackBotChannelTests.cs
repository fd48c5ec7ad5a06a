using System.Text.Json;
using Daybook.Delivery.Channels;
using Daybook.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

public sealed class SlackBotChannelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IDeliveryChannel Channel(SlackFake slack, params (string, string)[] settings) =>
        ChannelOf.Kind("slack", [("BotToken", SlackFake.Token), ("ApiAddress", $"http://127.0.0.1:{slack.Port}/api/"), .. settings]);

    [Fact]
    public async Task A_message_without_files_is_posted_with_blocks()
    {
        await using var slack = await SlackFake.StartAsync();
        var accepted = await Channel(slack).AcceptedAsync(Messages.To("#soc"));
        Assert.Equal(("Slack posted the message to #soc.", "1.5"), (accepted.Sentence, accepted.Receipt));
        Assert.Equal(["conversations.list", "conversations.list", "chat.postMessage"], slack.Calls);
        var sent = slack.Arguments["chat.postMessage"];
        Assert.Equal(("C0000000B", "COB report 4 May 2026: completed", "false"), (sent["channel"], sent["text"], sent["unfurl_links"]));
        Golden.Matches(sent["blocks"] + "\n", "slack-blocks.json");
    }

    [Fact]
    public async Task Files_go_up_first_and_one_last_call_shares_them_with_the_message()
    {
        await using var slack = await SlackFake.StartAsync();
        var accepted = await Channel(slack).AcceptedAsync(Messages.To("#soc").WithPdf() with { Pictures = [Messages.Picture(100)] });
        Assert.Equal(
            ["conversations.list", "conversations.list", "files.getUploadURLExternal", "upload", "files.getUploadURLExternal", "upload", "files.completeUploadExternal"], slack.Calls);
        var sent = slack.Arguments["files.completeUploadExternal"];
        Assert.Equal("C0000000B", sent["channel_id"]);
        Assert.Equal(["Findings by day", "report.pdf"], JsonElement.Parse(sent["files"]).EnumerateArray().Select(file => file.GetProperty("title").GetString()));
        Assert.Equal("Slack shared 2 files and the message with #soc.", accepted.Sentence);
    }

    [Theory]
    [InlineData("ann@example.com", "users.lookupByEmail conversations.open chat.postMessage")]
    [InlineData("U0000000A", "conversations.open chat.postMessage")]
    [InlineData("@U0000000A", "conversations.open chat.postMessage")]
    [InlineData("@ann", "users.list conversations.open chat.postMessage")]
    [InlineData("D0000000A", "chat.postMessage")]
    public async Task People_are_found_by_address_name_or_id(string recipient, string calls)
    {
        await using var slack = await SlackFake.StartAsync();
        await Channel(slack).AcceptedAsync(Messages.To(recipient));
        Assert.Equal(calls, string.Join(' ', slack.Calls));
        Assert.Equal("D0000000A", slack.Arguments["chat.postMessage"]["channel"]);
    }

    [Fact]
    public async Task What_was_found_is_remembered_until_it_proves_wrong()
    {
        await using var slack = await SlackFake.StartAsync();
        var channel = Channel(slack);
        await channel.AcceptedAsync(Messages.To("#soc"));
        await channel.AcceptedAsync(Messages.To("#soc"));
        Assert.Equal(2, slack.Calls.Count(call => call == "conversations.list"));
        slack.On("chat.postMessage", SlackFake.Error("channel_not_found"));
        await channel.SendAsync(Messages.To("#soc"));
        await channel.AcceptedAsync(Messages.To("#soc"));
        Assert.Equal(4, slack.Calls.Count(call => call == "conversations.list"));
    }

    [Theory]
    [InlineData("#nowhere", "refused destination_not_found", "#nowhere: Slack knows no such channel, or it is private and the app is not in it. Correct the name, or invite the app (channel_not_found).")]
    [InlineData("nobody@example.com", "refused destination_not_found", "nobody@example.com: Slack knows nobody with that address. Use the address of the Slack account, or the member id (users_not_found).")]
    [InlineData("@nobody", "refused destination_not_found", "@nobody: Slack knows no such person. Correct the recipient (user_not_found).")]
    [InlineData("@Bob", "refused destination_not_found", "@Bob: 2 people in Slack are called that. Use the e-mail address or the member id.")]
    public async Task Whoever_is_not_there_is_named(string recipient, string code, string sentence)
    {
        await using var slack = await SlackFake.StartAsync();
        var (outcome, commits) = await Channel(slack).SendAsync(Messages.To(recipient));
        Assert.Equal((code, sentence, 0), (Sending.CodeOf(outcome), outcome.Sentence, commits));
    }

    [Theory]
    [InlineData("channel_not_found", "refused destination_not_found")]
    [InlineData("not_in_channel", "refused destination_not_permitted")]
    [InlineData("is_archived", "refused destination_not_permitted")]
    [InlineData("invalid_auth", "refused sign_in_refused")]
    [InlineData("token_revoked", "refused sign_in_refused")]
    [InlineData("account_inactive", "refused sign_in_refused")]
    [InlineData("msg_too_long", "refused message_too_large")]
    [InlineData("some_new_error", "refused message_rejected")]
    [InlineData("ratelimited", "deferred rate_limited")]
    [InlineData("service_unavailable", "deferred service_unavailable")]
    [InlineData("fatal_error", "unknown outcome_unclear")]
    [InlineData("internal_error", "unknown outcome_unclear")]
    public async Task Each_error_of_the_last_call_has_its_outcome(string error, string expected)
    {
        await using var slack = await SlackFake.StartAsync();
        slack.On("chat.postMessage", SlackFake.Error(error));
        var (outcome, _) = await Channel(slack).SendAsync(Messages.To("#soc"));
        Assert.Equal(expected, Sending.CodeOf(outcome));
        Assert.DoesNotContain(SlackFake.Token, outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_before_the_last_that_fails_leaves_no_doubt()
    {
        await using var slack = await SlackFake.StartAsync();
        slack.On("files.getUploadURLExternal", SlackFake.Error("internal_error"));
        var (outcome, commits) = await Channel(slack).SendAsync(Messages.To("#soc").WithPdf());
        Assert.Equal(("deferred service_unavailable", 0), (Sending.CodeOf(outcome), commits));
    }

    [Fact]
    public async Task The_limit_of_calls_is_kept_as_slack_asks()
    {
        await using var slack = await SlackFake.StartAsync();
        slack.On("chat.postMessage", SlackFake.Error("ratelimited", 429, "30"));
        var outcome = Assert.IsType<DeliveryOutcome.Deferred>((await Channel(slack).SendAsync(Messages.To("#soc"))).Outcome);
        Assert.Equal(30, outcome.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        await using var slack = await SlackFake.StartAsync();
        slack.On("users.lookupByEmail", SlackFake.Error("missing_scope", needed: "users:read.email"));
        Assert.Equal(
            "ann@example.com: The app lacks a permission. Add the scope users:read.email to the app and install it again (missing_scope).",
            (await Channel(slack).SendAsync(Messages.To("ann@example.com"))).Outcome.Sentence);
    }

    [Fact]
    public async Task An_answer_that_is_not_slacks_leaves_the_last_call_in_doubt()
    {
        await using var slack = await SlackFake.StartAsync();
        slack.On("chat.postMessage", context => context.Response.WriteAsync("<html>proxy</html>"));
        Assert.Equal("unknown outcome_unclear", Sending.CodeOf((await Channel(slack).SendAsync(Messages.To("#soc"))).Outcome));
        slack.On("chat.postMessage", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal("unknown " + OutgoingCodes.ConnectionLost, Sending.CodeOf((await Channel(slack).SendAsync(Messages.To("#soc"))).Outcome));
    }

    [Fact]
    public async Task Nothing_in_the_data_mentions_anybody_or_passes_a_limit()
    {
        await using var slack = await SlackFake.StartAsync();
        await Channel(slack).AcceptedAsync(Messages.Hostile("#soc"));
        var sent = slack.Arguments["chat.postMessage"];
        Assert.StartsWith("&lt;!channel&gt; [click](https://evil.example) *bold* &amp; &lt;@U0123ABCD&gt;", sent["text"], StringComparison.Ordinal);
        Assert.Equal("false", sent["mrkdwn"]);
        // Marks are read in text of type mrkdwn, and people are named by elements of type user, usergroup and broadcast; there are none.
        Assert.Empty(Types(JsonElement.Parse(sent["blocks"])).Intersect(["mrkdwn", "user", "usergroup", "broadcast", "channel", "emoji"]));
    }

    [Fact]
    public async Task What_is_not_agreed_to_is_not_posted()
    {
        await using var slack = await SlackFake.StartAsync();
        await Channel(slack).KeepsHomeAsync(Messages.To("D0000000A").WithPdf());
        Assert.Equal(["files.getUploadURLExternal", "upload"], slack.Calls);
    }

    [Fact]
    public async Task A_test_signs_in()
    {
        await using var slack = await SlackFake.StartAsync();
        Assert.Equal("Signed in to “Red Team” as “daybook”.", (await Channel(slack).TestAsync(Cancel)).Sentence);
        Assert.Equal("refused sign_in_refused", Sending.CodeOf(await Channel(slack, ("BotToken", "xoxb-other")).TestAsync(Cancel)));
    }

    [Theory]
    [InlineData("#soc", true)]
    [InlineData("#équipe_rouge-1", true)]
    [InlineData("@ann", true)]
    [InlineData("C0123ABCD", true)]
    [InlineData("soc", false)]
    [InlineData("#so c", false)]
    [InlineData("#", false)]
    [InlineData("", false)]
    [InlineData("#soc\n#all", false)]
    public void A_recipient_is_a_channel_or_a_person(string recipient, bool isGood) =>
        Assert.Equal(isGood, ChannelOf.Kind("slack", ("BotToken", SlackFake.Token)).Refuse(recipient) is null);

    private static IEnumerable<string> Types(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Types),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "type", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Types(property.Value)),
        _ => [],
    };
}
