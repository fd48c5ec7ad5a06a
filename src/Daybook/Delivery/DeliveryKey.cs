using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Delivery;

/// <summary>What makes two deliveries the same: SHA-256 in lower-case hexadecimal over parts that cannot run into one another.</summary>
internal static class DeliveryKey
{
    /// <param name="subject">The occurrence; the report where there is none, or several of one occurrence go out.</param>
    public static string OfDelivery(Guid subject, int revision, string channel, string recipient, string artifactsSha256) =>
        Hash([subject.ToString("D"), revision.ToString(CultureInfo.InvariantCulture), channel, recipient, artifactsSha256]);

    /// <param name="settings">How it is sent, as JSON.</param>
    public static string OfDistribution(Guid subject, int revision, string channel, string artifactsSha256, string settings) =>
        Hash(["distribution", subject.ToString("D"), revision.ToString(CultureInfo.InvariantCulture), channel, artifactsSha256, settings]);

    /// <summary>The same for the same formats and bytes, in whatever order.</summary>
    public static string OfArtifacts(IEnumerable<DistributedArtifact> artifacts) =>
        Hash([.. artifacts.OrderBy(artifact => artifact.Format, StringComparer.Ordinal).ThenBy(artifact => artifact.Sha256, StringComparer.Ordinal)
            .SelectMany(artifact => new[] { artifact.Format, artifact.Sha256 ?? "" })]);

    /// <summary>Of the message that tells the password of a delivery.</summary>
    public static string OfPassword(string deliveryKey) => Hash(["password", deliveryKey]);

    public static string OfNotice(Notice notice) => Hash(["notice", notice.Event, notice.Status, .. notice.Failures]);

    private static string Hash(ImmutableArray<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};"))))));
}
