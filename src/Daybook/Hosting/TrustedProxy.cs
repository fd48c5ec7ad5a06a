using System.Net;

namespace Daybook.Hosting;

/// <summary>One address, or a network of addresses such as <c>10.0.0.0/8</c>.</summary>
internal static class TrustedProxy
{
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (!IPAddress.TryParse(text, out var address))
            return IPNetwork.TryParse(text, out network);
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
