using System.Collections.Immutable;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels;

/// <summary>The webhooks of a channel by the names that distributions call them. Their addresses are secrets.</summary>
internal sealed class WebhookAddresses
{
    private readonly ImmutableSortedDictionary<string, Uri> _addresses;

    private WebhookAddresses(ImmutableSortedDictionary<string, Uri> addresses) => _addresses = addresses;

    public bool IsEmpty => _addresses.IsEmpty;

    public IEnumerable<Uri> All => _addresses.Values;

    /// <summary>Checks all addresses; what is wrong is noted.</summary>
    public static WebhookAddresses Read(ChannelSettings settings, IDictionary<string, string> webhooks, OutgoingHttp http)
    {
        var addresses = ImmutableSortedDictionary.CreateBuilder<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in webhooks)
        {
            var setting = "Webhooks:" + name;
            if (settings.Secret(setting, value) is not { Length: > 0 } text)
                continue;
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
                settings.Refuse(setting, "is no address such as https://hooks.example.com/…");
            else if (http.Refusal(address) is { } refusal)
                settings.Refuse(setting, refusal);
            else
                addresses[name] = address;
        }

        return new WebhookAddresses(addresses.ToImmutable());
    }

    public Uri this[string recipient] => _addresses[recipient];

    /// <returns>A sentence; null for a name there is.</returns>
    public string? Refuse(string recipient) =>
        _addresses.ContainsKey(recipient) ? null : $"“{recipient}” is no webhook of the channel; it has {string.Join(", ", _addresses.Keys)}. Add it to Webhooks.";

    /// <summary>Reaches every host.</summary>
    public async Task<DeliveryOutcome> TestAsync(OutgoingHttp http, CancellationToken cancellationToken)
    {
        var hosts = _addresses.Values.DistinctBy(address => address.Authority).ToList();
        try
        {
            foreach (var address in hosts)
                await http.ReachAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (OutgoingException failure)
        {
            return HttpOutcomes.OfEarlier(failure);
        }

        return new DeliveryOutcome.Accepted($"{string.Join(", ", hosts.Select(address => address.Host))} can be reached. Whether the address itself is right shows with the first message.");
    }
}
