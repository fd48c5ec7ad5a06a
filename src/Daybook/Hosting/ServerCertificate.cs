using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Daybook.Hosting;

/// <summary>What the server proves itself with: its certificate with the key, and the certificates between it and a root.</summary>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    /// <param name="certificateFile">PEM, the server's own certificate first.</param>
    /// <param name="keyFile">PEM; empty when the key is in the same file.</param>
    /// <exception cref="CryptographicException">The files do not hold a certificate with its key.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ServerCertificate Read(string certificateFile, string keyFile)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        return new ServerCertificate(X509Certificate2.CreateFromPemFile(certificateFile, keyFile.Length > 0 ? keyFile : null), chain);
    }
}
