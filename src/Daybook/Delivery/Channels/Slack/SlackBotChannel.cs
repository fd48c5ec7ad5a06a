using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>
/// Posts as a bot. Files go up first, to where nobody sees them; the one last call shares them together with the message, so that a recipient
/// has either everything or nothing.
/// </summary>
internal sealed class SlackBotChannel(string name, SlackApi api, SlackOptions options) : IDeliveryChannel
{
    private readonly SlackDirectory _directory = new(api);

    public string Name => name;

    public ChannelTraits Traits { get; } = new(SlackChannels.Kind, options.MaximumBytes, DeliveryGuarantee.AtMostOnce, ReachesPeople: true);

    public string? Refuse(string recipient) => SlackDirectory.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        try
        {
            var conversation = await _directory.FindAsync(message.Recipient, cancellationToken).ConfigureAwait(false);
            var files = await UploadAsync(message, cancellationToken).ConfigureAwait(false);
            var blocks = Encoding.UTF8.GetString(ChannelJson.Of(SlackBlocks.Of(message)));
            return files.IsEmpty
                ? await PostAsync(message, conversation, blocks, commit, cancellationToken).ConfigureAwait(false)
                : await ShareAsync(message, conversation, blocks, files, commit, cancellationToken).ConfigureAwait(false);
        }
        catch (SlackException failure)
        {
            if (failure.Outcome is DeliveryOutcome.Refused)
                _directory.Forget(message.Recipient);
            return failure.Outcome;
        }
    }

    public async Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.CallAsync("auth.test", "The token", [], null, cancellationToken).ConfigureAwait(false);
            return new DeliveryOutcome.Accepted($"Signed in to {ForeignText.Quote(answer.TextOf("team") ?? "")} as {ForeignText.Quote(answer.TextOf("user") ?? "")}.");
        }
        catch (SlackException failure)
        {
            return failure.Outcome;
        }
    }

    /// <returns>The files as the last call names them.</returns>
    private async Task<ImmutableArray<JsonObject>> UploadAsync(DeliveryMessage message, CancellationToken cancellationToken)
    {
        if (options.MaximumBytes == 0)
            return [];
        var all = message.Pictures.Select(picture => (Name: picture.ContentId + ".png", Title: picture.Alternative, Content: picture.Png, Alternative: (string?)picture.Alternative))
            .Concat(message.Attachments.Select(attachment => (attachment.FileName, attachment.FileName, attachment.Content, (string?)null)));
        var files = ImmutableArray.CreateBuilder<JsonObject>();
        foreach (var (fileName, title, content, alternative) in all)
        {
            List<KeyValuePair<string, string>> arguments = [new("filename", fileName), new("length", content.Length.ToString(CultureInfo.InvariantCulture))];
            if (alternative is not null)
                arguments.Add(new("alt_txt", ForeignText.Cut(alternative, 1_000)));
            var place = await api.CallAsync("files.getUploadURLExternal", message.Recipient, arguments, null, cancellationToken).ConfigureAwait(false);
            if (place.TextOf("file_id") is not { } id || !Uri.TryCreate(place.TextOf("upload_url"), UriKind.Absolute, out var address))
                throw new SlackException(new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, "Slack did not say where the file goes."));
            await api.UploadAsync(address, content, cancellationToken).ConfigureAwait(false);
            files.Add(new JsonObject { ["id"] = id, ["title"] = ForeignText.Cut(title, 200) });
        }

        return files.ToImmutable();
    }

    private async Task<DeliveryOutcome> PostAsync(DeliveryMessage message, string conversation, string blocks, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            "chat.postMessage",
            message.Recipient,
            [new("channel", conversation), new("text", SlackBlocks.Fallback(message)), new("blocks", blocks), new("mrkdwn", "false"), new("unfurl_links", "false"), new("unfurl_media", "false")],
            commit,
            cancellationToken).ConfigureAwait(false);
        return new DeliveryOutcome.Accepted($"Slack posted the message to {message.Recipient}.", answer.TextOf("ts"));
    }

    private async Task<DeliveryOutcome> ShareAsync(
        DeliveryMessage message, string conversation, string blocks, ImmutableArray<JsonObject> files, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        await api.CallAsync(
            "files.completeUploadExternal",
            message.Recipient,
            [new("files", Encoding.UTF8.GetString(ChannelJson.Of(new JsonArray([.. files])))), new("channel_id", conversation), new("blocks", blocks)],
            commit,
            cancellationToken).ConfigureAwait(false);
        return new DeliveryOutcome.Accepted($"Slack shared {files.Length} {(files.Length == 1 ? "file" : "files")} and the message with {message.Recipient}.", files[0]["id"]!.GetValue<string>());
    }
}
