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
        if (settings.Read(new S3OptionsCheck()) is not { } options || NamePattern.Read(settings, nameof(options.NamePattern), options.NamePattern) is not { } pattern)
            return null;
        var http = settings.Service<OutgoingHttp>();
        if (!string.IsNullOrEmpty(options.Endpoint) && http.Refusal(new Uri(options.Endpoint)) is { } refusal)
            settings.Refuse(nameof(options.Endpoint), refusal);
        if (options.Prefix.Length > 0 && NamePattern.PathProblem(options.Prefix) is { } problem)
            settings.Refuse(nameof(options.Prefix), problem);
        var (access, secret) = (settings.Secret(nameof(options.AccessKey), options.AccessKey), settings.Secret(nameof(options.SecretKey), options.SecretKey));
        if (access.Length == 0 || secret.Length == 0)
            return null;
        return new S3Channel(settings.Name, new AmazonS3Client(new BasicAWSCredentials(access, secret), Config(options, http)), pattern, options);
    }

    public string? Refuse(string recipient) => StoredFile.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var files = StoredFile.Of(message, pattern, StoredFile.Join(options.Prefix, message.Recipient));
        await commit(cancellationToken).ConfigureAwait(false);
        string? receipt = null;
        foreach (var file in files)
        {
            using var limit = Limit(cancellationToken);
            try
            {
                receipt = (await PutAsync(message, file, limit.Token).ConfigureAwait(false)).ETag;
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
        using var limit = Limit(cancellationToken);
        try
        {
            await client.HeadBucketAsync(new HeadBucketRequest { BucketName = options.Bucket }, limit.Token).ConfigureAwait(false);
            return new DeliveryOutcome.Accepted($"The bucket {options.Bucket} is there and lets this account in.");
        }
        catch (Exception failure) when (S3Failure.Of(failure, options.Bucket, cancellationToken) is { } outcome)
        {
            return outcome;
        }
    }

    public void Dispose() => client.Dispose();

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        return limit;
    }

    private async Task<PutObjectResponse> PutAsync(DeliveryMessage message, StoredFile file, CancellationToken cancellationToken)
    {
        using var content = file.Open();
        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = file.Path,
            InputStream = content,
            ContentType = file.MediaType,
            ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(file.Sha256)),
            UseChunkEncoding = false,
            ServerSideEncryptionMethod = options.Encryption.Length > 0 ? new ServerSideEncryptionMethod(options.Encryption) : null,
            ServerSideEncryptionKeyManagementServiceKeyId = options.KmsKey.Length > 0 ? options.KmsKey : null,
        };
        request.Metadata["daybook-key"] = message.Key;
        return await client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
    }

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
