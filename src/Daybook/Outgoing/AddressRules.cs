using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Daybook.Outgoing;

/// <summary>Which addresses are not of the public internet, after the special-purpose registries of IANA.</summary>
internal static class AddressRules
{
    private static readonly IPNetwork PublicIpV6 = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<(IPNetwork Network, string Reason)> Refused =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "no host"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "private"),
        (IPNetwork.Parse("127.0.0.0/8"), "the server's own"),
        (IPNetwork.Parse("168.63.129.16/32"), "the host's metadata service"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local or a metadata service"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved"),
        (IPNetwork.Parse("192.0.2.0/24"), "reserved"),
        (IPNetwork.Parse("192.88.99.0/24"), "reserved"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "reserved"),
        (IPNetwork.Parse("198.51.100.0/24"), "reserved"),
        (IPNetwork.Parse("203.0.113.0/24"), "reserved"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("::/128"), "no host"),
        (IPNetwork.Parse("::1/128"), "the server's own"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
        (IPNetwork.Parse("2001::/23"), "reserved"),
        (IPNetwork.Parse("2001:db8::/32"), "reserved"),
        (IPNetwork.Parse("3fff::/20"), "reserved"),
    ];

    /// <returns>Why the address may not be called; null for one of the public internet.</returns>
    public static string? Refusal(IPAddress address)
    {
        if (Embedded(address) is { } inner)
            return Refusal(inner);
        foreach (var (network, reason) in Refused)
        {
            if (network.Contains(address))
                return reason;
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !PublicIpV6.Contains(address) ? "reserved" : null;
    }

    /// <summary>The address of version 4 that is reached through one of version 6: mapped, compatible, translated (64:ff9b::/96), 6to4.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var top = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        if (BinaryPrimitives.ReadUInt16BigEndian(bytes) == 0x2002)
            return new IPAddress(bytes[2..6]);
        if (top == 0x0064_ff9b_0000_0000 && BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) == 0)
            return new IPAddress(bytes[12..]);
        var isCompatible = top == 0 && BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) == 0 && BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) > 1;
        return isCompatible ? new IPAddress(bytes[12..]) : null;
    }
}
