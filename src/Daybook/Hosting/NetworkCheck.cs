using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>What a range cannot say of the network's settings: addresses that are none, certificates that cannot be read.</summary>
internal sealed class NetworkCheck : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var wrong = options.TrustedProxies.Where(proxy => !TrustedProxy.TryParse(proxy, out _))
            .Select(proxy => $"Hosting:TrustedProxies has '{proxy}', which is neither an address nor a network such as 10.0.0.0/8").ToList();
        if (options.PublicAddress.Length > 0 && !(Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0))
            wrong.Add("Hosting:PublicAddress must be an address such as https://reports.example.com");
        if (options.CertificateFile.Length > 0)
        {
            try
            {
                ServerCertificate.Read(options.CertificateFile, options.CertificateKeyFile);
            }
            catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
            {
                wrong.Add($"Hosting:CertificateFile and Hosting:CertificateKeyFile: {unreadable.Message}");
            }
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
