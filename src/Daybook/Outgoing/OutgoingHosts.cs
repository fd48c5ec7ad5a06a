using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Daybook.Outgoing;

/// <summary>Finds hosts, and refuses those that the server may not call. What is checked is what is connected to, so that a name cannot change its mind in between.</summary>
internal sealed class OutgoingHosts(IOptions<OutgoingOptions> options)
{
    private readonly AllowedHosts _allowed = new(options.Value.AllowedPrivate);

    /// <summary>How names are found; tests give names of their own.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public TimeSpan ConnectTime => TimeSpan.FromSeconds(options.Value.ConnectSeconds);

    /// <summary>What can be said of an address without the network.</summary>
    /// <returns>The end of a sentence about the address, with the remedy; null when the address may be tried.</returns>
    public string? Refusal(Uri address) => Check(address)?.Sentence;

    /// <exception cref="OutgoingException">The address is refused.</exception>
    public void Require(Uri address)
    {
        if (Check(address) is { } refusal)
            throw new OutgoingException(refusal.Code, $"The address {(address.IsAbsoluteUri ? $"at {address.Host} " : "")}{refusal.Sentence}.");
    }

    /// <exception cref="OutgoingException">The host is unknown, refused, or cannot be reached.</exception>
    public async Task<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var addresses = await FindAsync(host.Host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            if (failure is SocketException refused)
                throw new OutgoingException(OutgoingCodes.ConnectionFailed, $"{host.Host} does not take connections on port {host.Port} ({refused.SocketErrorCode}).", failure);
            throw;
        }
    }

    private (string Code, string Sentence)? Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            return (OutgoingCodes.TlsRequired, "must begin with https://");
        if (address.UserInfo.Length > 0)
            return (OutgoingCodes.AddressRefused, "must not hold a name or password");
        var literal = IPAddress.TryParse(address.IdnHost, out var ip) ? ip : null;
        var isListed = _allowed.Has(address.IdnHost) || (literal is not null && IsAllowed(address.IdnHost, literal));
        if (literal is not null && !isListed && AddressRules.Refusal(literal) is { } reason)
            return (OutgoingCodes.AddressRefused, $"is {reason}; only Outgoing:AllowedPrivate can permit it");
        return address.Scheme == "http" && !isListed
            ? (OutgoingCodes.TlsRequired, "must begin with https://; without TLS only hosts of Outgoing:AllowedPrivate are called")
            : null;
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            if (!IsAllowed(host, address) && AddressRules.Refusal(address) is { } reason)
                throw new OutgoingException(OutgoingCodes.AddressRefused, $"{host} has the address {address}, which is {reason}; if it is to be called, add the host to Outgoing:AllowedPrivate.");
        }

        return addresses;
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Resolve(host, cancellationToken).ConfigureAwait(false);
            return addresses.Length > 0 ? addresses : throw new OutgoingException(OutgoingCodes.HostNotFound, $"The host {host} is not known.");
        }
        catch (SocketException unknown)
        {
            throw new OutgoingException(OutgoingCodes.HostNotFound, $"The host {host} is not known ({unknown.SocketErrorCode}).", unknown);
        }
    }

    private bool IsAllowed(string host, IPAddress address) => _allowed.Has(host) || _allowed.Has(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
