using System.Collections.Frozen;
using System.Text.Json;
using Daybook.Outgoing;
using NodaTime;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>The errors that Slack documents, each with what to do.</summary>
internal static class SlackErrors
{
    private static readonly FrozenDictionary<string, (string Code, string Remedy)> Permanent = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["channel_not_found"] = (ChannelCodes.NotFound, "Slack knows no such channel, or it is private and the app is not in it. Correct the name, or invite the app"),
        ["no_service"] = (ChannelCodes.NotFound, "The webhook was removed or its app switched off. Make a new one and set it in Webhooks"),
        ["no_service_id"] = (ChannelCodes.NotFound, "The address of the webhook is not whole. Copy it again"),
        ["no_team"] = (ChannelCodes.NotFound, "The workspace of the webhook is gone. Make a new webhook"),
        ["team_disabled"] = (ChannelCodes.NotFound, "The workspace of the webhook is switched off"),
        ["invalid_token"] = (ChannelCodes.SignInRefused, "The webhook is not good any more. Make a new one and set it in Webhooks"),
        ["user_not_found"] = (ChannelCodes.NotFound, "Slack knows no such person. Correct the recipient"),
        ["users_not_found"] = (ChannelCodes.NotFound, "Slack knows nobody with that address. Use the address of the Slack account, or the member id"),
        ["user_disabled"] = (ChannelCodes.NotFound, "The account of this person is switched off. Remove the recipient"),
        ["user_not_visible"] = (ChannelCodes.NotPermitted, "The app may not see this person. Have an administrator of Slack permit it"),
        ["not_in_channel"] = (ChannelCodes.NotPermitted, "The app is not in this channel. Invite it there with /invite"),
        ["is_archived"] = (ChannelCodes.NotPermitted, "The channel is archived. Name another, or bring it back"),
        ["channel_is_archived"] = (ChannelCodes.NotPermitted, "The channel of the webhook is archived. Bring it back, or make another webhook"),
        ["restricted_action"] = (ChannelCodes.NotPermitted, "A rule of the workspace forbids it. Ask an administrator of Slack"),
        ["action_prohibited"] = (ChannelCodes.NotPermitted, "A rule of the workspace forbids it. Ask an administrator of Slack"),
        ["posting_to_general_channel_denied"] = (ChannelCodes.NotPermitted, "Only some may post in the general channel. Name another"),
        ["cannot_dm_bot"] = (ChannelCodes.NotPermitted, "Apps cannot write to other apps. Name a person"),
        ["ekm_access_denied"] = (ChannelCodes.NotPermitted, "The workspace has suspended access to its keys. Ask an administrator of Slack"),
        ["file_uploads_disabled"] = (ChannelCodes.NotPermitted, "The workspace does not take files. Set MaximumBytes to 0, so that links are sent"),
        ["invalid_auth"] = (ChannelCodes.SignInRefused, "Slack does not know the token. Copy the bot token of the app into BotToken"),
        ["not_authed"] = (ChannelCodes.SignInRefused, "No token was sent. Set BotToken"),
        ["account_inactive"] = (ChannelCodes.SignInRefused, "The app was removed from the workspace. Install it again and set the new token"),
        ["token_revoked"] = (ChannelCodes.SignInRefused, "The token was revoked. Install the app again and set the new token"),
        ["token_expired"] = (ChannelCodes.SignInRefused, "The token has run out. Set a new one"),
        ["not_allowed_token_type"] = (ChannelCodes.SignInRefused, "It is no bot token. Set one that begins with xoxb-"),
        ["missing_scope"] = (ChannelCodes.NotPermitted, "The app lacks a permission"),
        ["no_permission"] = (ChannelCodes.NotPermitted, "The app lacks a permission. Install it again with the scopes of the channels page"),
        ["msg_too_long"] = (ChannelCodes.TooLarge, "The message is too long. Shorten its text"),
        ["msg_blocks_too_long"] = (ChannelCodes.TooLarge, "The message is too long. Shorten its text"),
        ["too_many_attachments"] = (ChannelCodes.TooLarge, "The message has too many parts. Shorten it"),
        ["storage_limit_reached"] = (ChannelCodes.DiskFull, "The workspace has no room for files. Make some, or set MaximumBytes to 0, so that links are sent"),
        ["invalid_blocks"] = (ChannelCodes.Rejected, "Slack did not take the blocks of the message"),
        ["invalid_payload"] = (ChannelCodes.Rejected, "Slack did not take the message"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Passing = FrozenSet.ToFrozenSet(
        ["service_unavailable", "team_added_to_org", "request_timeout", "org_login_required", "rollup_error", "accesslimited"], StringComparer.Ordinal);

    /// <summary>Slack documents of these that parts of the work may have been done.</summary>
    private static readonly FrozenSet<string> Unclear = FrozenSet.ToFrozenSet(["fatal_error", "internal_error"], StringComparer.Ordinal);

    /// <param name="isLast">Whether the recipient may have the message after this step.</param>
    /// <param name="needed">The scope that a token lacks; null where Slack names none.</param>
    public static DeliveryOutcome Outcome(string error, string recipient, bool isLast, string? needed, Duration? retryAfter)
    {
        if (error is "ratelimited" or "rate_limited")
            return new DeliveryOutcome.Deferred(ChannelCodes.RateLimited, "Slack takes no more messages for now (ratelimited).", retryAfter);
        if (Unclear.Contains(error) && isLast)
            return new DeliveryOutcome.Unknown(ChannelCodes.Unclear, $"Slack stumbled over the message for {recipient} ({error}) and says that it may have been posted all the same.");
        if (Passing.Contains(error) || Unclear.Contains(error))
            return new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, $"Slack cannot take the message for {recipient} now ({error}).", retryAfter);
        var scope = needed is null ? "" : $". Add the scope {needed} to the app and install it again";
        return Permanent.TryGetValue(error, out var known)
            ? new DeliveryOutcome.Refused(known.Code, $"{recipient}: {known.Remedy}{scope} ({error}).")
            : new DeliveryOutcome.Refused(ChannelCodes.Rejected, $"{recipient}: Slack refused the message with the error {ForeignText.Quote(error)}.");
    }

    /// <returns>Null for a success.</returns>
    public static DeliveryOutcome? Outcome(JsonElement answer, string recipient, bool isLast, Duration? retryAfter) =>
        answer.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True
            ? null
            : Outcome(answer.TextOf("error") ?? "no_error_named", recipient, isLast, answer.TextOf("needed"), retryAfter);
}
