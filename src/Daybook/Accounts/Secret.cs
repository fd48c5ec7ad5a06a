using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Accounts;

/// <summary>Long random texts that are shown once and kept only as a hash.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>One pass is enough: nobody guesses 256 random bits.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
