using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;

namespace Daybook.Outgoing;

/// <summary>The hosts that may be called although their addresses are private.</summary>
internal sealed class AllowedHosts
{
    private readonly FrozenSet<string> _names;
    private readonly ImmutableArray<IPNetwork> _networks;

    public AllowedHosts(IEnumerable<string> entries)
    {
        var all = entries.Select(entry => entry.Trim()).ToList();
        _names = all.Where(entry => NetworkOf(entry) is null).Select(Plain).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _networks = [.. all.Select(NetworkOf).OfType<IPNetwork>()];
    }

    /// <returns>What is wrong with an entry; null when it is good.</returns>
    public static string? Problem(string entry) => NetworkOf(entry.Trim()) is null && Uri.CheckHostName(entry.Trim()) != UriHostNameType.Dns
        ? "is no host name, address or network such as 10.1.0.0/16"
        : null;

    public bool Has(string host) => _names.Contains(Plain(host));

    public bool Has(IPAddress address) => _networks.Any(network => network.Contains(address));

    private static string Plain(string host) => (Uri.TryCreate("http://" + host, UriKind.Absolute, out var address) ? address.IdnHost : host).TrimEnd('.');

    private static IPNetwork? NetworkOf(string entry) =>
        IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(entry, out var network) ? network
        : null;
}
