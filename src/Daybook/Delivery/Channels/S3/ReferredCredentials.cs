using Amazon.Runtime;
using Daybook.Hosting;

namespace Daybook.Delivery.Channels.S3;

/// <summary>Keys as the settings say, read anew each time, so that keys in files may change while the server runs.</summary>
internal sealed class ReferredCredentials(S3Options options) : AWSCredentials
{
    /// <exception cref="FormatException">A secret is not where the settings say; the message is the end of a sentence.</exception>
    public override ImmutableCredentials GetCredentials() => new(
        SecretReference.Read(options.AccessKey), SecretReference.Read(options.SecretKey), options.SessionToken.Length == 0 ? null : SecretReference.Read(options.SessionToken));
}
