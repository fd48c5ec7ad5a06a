using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Daybook.Delivery.Channels.Stored;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.S3;

/// <summary>Puts artifacts into a bucket. The same delivery writes the same objects, so that sending it again changes nothing.</summary>
internal sealed class S3Channel(string name, AmazonS3Client client, NamePattern pattern, S3Options options) : IDeliveryChannel, IDisposable
{
    public const string Kind = "s3";

    public string Name => name;

    public ChannelTraits Traits { get; } = new(Kind, options.MaximumBytes, DeliveryGuarantee.AtLeastOnce, ReachesPeople: false);

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new S3OptionsCheck());
        var pattern = NamePattern.Read(settings, nameof(options.NamePattern), options.NamePattern);
        var http = settings.Service<OutgoingHttp>();
        if (Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) && http.Refusal(endpoint) is { } refusal)
            settings.Refuse(nameof(options.Endpoint), refusal);
        if (options.Prefix.Length > 0 && NamePattern.PathProblem(options.Prefix) is { } problem)
            settings.Refuse(nameof(options.Prefix), problem);
        settings.Secret(nameof(options.AccessKey), options.AccessKey);
        settings.Secret(nameof(options.SecretKey), options.SecretKey);
        settings.Secret(nameof(options.SessionToken), options.SessionToken);
        return settings.HasProblems || pattern is null ? null : new S3Channel(settings.Name, new AmazonS3Client(new ReferredCredentials(options), Config(options, http)), pattern, options);
    }

    public string? Refuse(string recipient) => StoredFile.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var files = StoredFile.Of(message, pattern, StoredFile.Join(options.Prefix, message.Recipient));
        await commit(cancellationToken).ConfigureAwait(false);
        var upload = new S3Upload(client, options, message.Key);
        string? receipt = null;
        foreach (var file in files)
        {
            try
            {
                receipt = await upload.PutAsync(file, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (S3Failure.Of(failure, options.Bucket, cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        return new DeliveryOutcome.Accepted(StoredFile.Sentence(files, isNew: true), receipt);
    }

    public async Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            // Not HEAD, whose answers have no body to say what is wrong.
            await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix, MaxKeys = 1 }, limit.Token).ConfigureAwait(false);
            return new DeliveryOutcome.Accepted($"The bucket {options.Bucket} is there and lets this account in.");
        }
        catch (AmazonS3Exception failure) when (failure.ErrorCode == "AccessDenied")
        {
            return new DeliveryOutcome.Refused(ChannelCodes.NotPermitted, $"The account may not list {options.Bucket}, which only this test does. Permit it s3:ListBucket there, or see with a report whether it may store (s3:PutObject).");
        }
        catch (Exception failure) when (S3Failure.Of(failure, options.Bucket, cancellationToken) is { } outcome)
        {
            return outcome;
        }
    }

    public void Dispose() => client.Dispose();

    private static AmazonS3Config Config(S3Options options, OutgoingHttp http)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.PathStyle,
            MaxErrorRetry = 0,
            HttpClientFactory = new GuardedHttp(http),
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (string.IsNullOrEmpty(options.Endpoint))
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        else
            config.ServiceURL = options.Endpoint;
        return config;
    }
}
