using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>How the server meets the network.</summary>
internal sealed partial class HostingOptions
{
    /// <summary>Largest body of a request, in bytes.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxRequestBytes { get; set; } = 6_000_000;

    /// <summary>Time that work in hand gets when the server is asked to stop, in seconds.</summary>
    [Range(1, 3600)]
    public int ShutdownSeconds { get; set; } = 30;

    /// <summary>Addresses of reverse proxies, or their networks (<c>10.0.0.0/8</c>), whose word about the caller's address and scheme is taken.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Certificate in PEM for <c>https</c> addresses, those above it after it; empty without TLS.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Private key in PEM; empty when it is in the certificate's file.</summary>
    public string CertificateKeyFile { get; set; } = "";

    /// <summary>NodaTime time-zone data (<c>.nzd</c>) in place of the bundled one, from the data folder on; empty takes the bundled one.</summary>
    public string TimeZoneFile { get; set; } = "";

    /// <summary>The address people reach the server at, for links in messages and answers, such as <c>https://reports.example.com</c>; empty takes that of the request for answers, and none for messages.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>The address to open on this machine where no public one is set.</summary>
    /// <param name="listening">An address the server listens on; it may name all networks of the machine, as <c>http://0.0.0.0:8420</c> does, which no browser opens.</param>
    public string AddressFor(string listening) => PublicAddress.Length > 0 ? PublicAddress.TrimEnd('/') : AllNetworks().Replace(listening, "$1localhost");

    /// <summary>The address people reach the server at: the public one, or else that of a request.</summary>
    public string AddressFor(HttpRequest request) =>
        PublicAddress.Length > 0 ? PublicAddress.TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";

    [GeneratedRegex(@"^(https?://)(0\.0\.0\.0|\[::\]|\*|\+)")]
    private static partial Regex AllNetworks();
}
