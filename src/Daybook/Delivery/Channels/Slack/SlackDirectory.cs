using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>Finds the conversation of a recipient: <c>#channel</c>, <c>@name</c>, an e-mail address, or an id of Slack. What was found is remembered.</summary>
internal sealed partial class SlackDirectory(SlackApi api)
{
    private const int MaximumPages = 50;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>A sentence; null for a recipient that can be looked up.</returns>
    public static string? Refuse(string recipient) =>
        ChannelName().IsMatch(recipient) || PersonName().IsMatch(recipient) || Id().IsMatch(recipient) || Mail().IsMatch(recipient)
            ? null
            : $"“{ForeignText.Cut(recipient, 100)}” is no recipient in Slack. Write #channel, @name, an e-mail address, or an id such as C0123ABCD or U0123ABCD.";

    /// <returns>The id of a conversation.</returns>
    /// <exception cref="SlackException">There is none, or Slack does not say.</exception>
    public async Task<string> FindAsync(string recipient, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(recipient, out var known))
            return known;
        var found = recipient[0] switch
        {
            '#' => await ChannelAsync(recipient, cancellationToken).ConfigureAwait(false),
            '@' when !Id().IsMatch(recipient[1..]) => await OpenAsync(recipient, await PersonAsync(recipient, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            '@' => await OpenAsync(recipient, recipient[1..], cancellationToken).ConfigureAwait(false),
            _ when recipient.Contains('@', StringComparison.Ordinal) => await OpenAsync(recipient, await PersonOfMailAsync(recipient, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            'U' or 'W' => await OpenAsync(recipient, recipient, cancellationToken).ConfigureAwait(false),
            _ => recipient,
        };
        return _known[recipient] = found;
    }

    /// <summary>Forgets what proved to be wrong: a channel may have been made anew.</summary>
    public void Forget(string recipient) => _known.TryRemove(recipient, out _);

    private async Task<string> ChannelAsync(string recipient, CancellationToken cancellationToken)
    {
        var name = recipient[1..];
        await foreach (var channel in ListAsync("conversations.list", recipient, [new("types", "public_channel,private_channel"), new("exclude_archived", "true")], "channels", cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(channel.TextOf("name"), name, StringComparison.OrdinalIgnoreCase) && channel.TextOf("id") is { } id)
                return id;
        }

        throw new SlackException(SlackErrors.Outcome("channel_not_found", recipient, isLast: false, null, null));
    }

    private async Task<string> PersonAsync(string recipient, CancellationToken cancellationToken)
    {
        var name = recipient[1..];
        var found = new List<string>();
        await foreach (var person in ListAsync("users.list", recipient, [], "members", cancellationToken).ConfigureAwait(false))
        {
            var isGone = person.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True;
            var shown = person.TryGetProperty("profile", out var profile) ? profile.TextOf("display_name") : null;
            if (!isGone && (string.Equals(person.TextOf("name"), name, StringComparison.OrdinalIgnoreCase) || string.Equals(shown, name, StringComparison.OrdinalIgnoreCase)) && person.TextOf("id") is { } id)
                found.Add(id);
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new SlackException(SlackErrors.Outcome("user_not_found", recipient, isLast: false, null, null)),
            _ => throw new SlackException(new DeliveryOutcome.Refused(ChannelCodes.NotFound, $"{recipient}: {found.Count} people in Slack are called that. Use the e-mail address or the member id.")),
        };
    }

    private async Task<string> PersonOfMailAsync(string recipient, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync("users.lookupByEmail", recipient, [new("email", recipient)], null, cancellationToken).ConfigureAwait(false);
        return Id(answer, "user", recipient);
    }

    private async Task<string> OpenAsync(string recipient, string person, CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync("conversations.open", recipient, [new("users", person)], null, cancellationToken).ConfigureAwait(false);
        return Id(answer, "channel", recipient);
    }

    private async IAsyncEnumerable<JsonElement> ListAsync(
        string method, string recipient, KeyValuePair<string, string>[] arguments, string property, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "";
        for (var page = 0; page < MaximumPages; page++)
        {
            var answer = await api.CallAsync(method, recipient, [.. arguments, new("limit", "200"), new("cursor", cursor)], null, cancellationToken).ConfigureAwait(false);
            foreach (var item in answer.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
                yield return item;
            cursor = answer.TryGetProperty("response_metadata", out var metadata) ? metadata.TextOf("next_cursor") ?? "" : "";
            if (cursor.Length == 0)
                yield break;
        }
    }

    private static string Id(JsonElement answer, string property, string recipient) =>
        answer.TryGetProperty(property, out var found) && found.TextOf("id") is { } id
            ? id
            : throw new SlackException(new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, $"{recipient}: Slack answered without the id that was asked for."));

    [GeneratedRegex(@"^#[\p{L}\p{N}_-]{1,80}$")]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"^@[\p{L}\p{N}._ -]{1,80}$")]
    private static partial Regex PersonName();

    [GeneratedRegex("^[CGDUW][A-Z0-9]{6,20}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]{1,255}$")]
    private static partial Regex Mail();
}
