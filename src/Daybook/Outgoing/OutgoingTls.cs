using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Daybook.Outgoing;

/// <summary>How certificates of other hosts are checked. There is no way to not check them.</summary>
internal static class OutgoingTls
{
    public static SslClientAuthenticationOptions Options(OutgoingOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.AuthoritiesFile.Length > 0)
            tls.CertificateChainPolicy = PolicyWith(options.AuthoritiesFile);
        return tls;
    }

    private static X509ChainPolicy PolicyWith(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        policy.CustomTrustStore.AddRange(system.Certificates);
        return policy;
    }
}
