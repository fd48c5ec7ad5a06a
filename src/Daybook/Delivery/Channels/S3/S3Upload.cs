using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Daybook.Delivery.Channels.Stored;

namespace Daybook.Delivery.Channels.S3;

/// <summary>Puts one object into a bucket: whole, or in parts that become an object only when the last is there.</summary>
internal sealed class S3Upload(AmazonS3Client client, S3Options options, string key)
{
    /// <returns>What the store calls the object.</returns>
    /// <exception cref="Exception">Whatever the library throws; <see cref="S3Failure"/> knows what it means.</exception>
    public Task<string?> PutAsync(StoredFile file, CancellationToken cancellationToken) =>
        file.Content.Length > options.PartBytes ? PutPartsAsync(file, cancellationToken) : PutWholeAsync(file, cancellationToken);

    private async Task<string?> PutWholeAsync(StoredFile file, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        using var content = file.Open();
        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = file.Path,
            InputStream = content,
            ContentType = file.MediaType,
            ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(file.Sha256)),
            UseChunkEncoding = false,
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = KmsKey,
        };
        request.Metadata["daybook-key"] = key;
        return (await client.PutObjectAsync(request, limit.Token).ConfigureAwait(false)).ETag;
    }

    private async Task<string?> PutPartsAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            var parts = new List<PartETag>();
            for (var start = 0; start < file.Content.Length; start += options.PartBytes)
                parts.Add(await PutPartAsync(file, begun, parts.Count + 1, start, cancellationToken).ConfigureAwait(false));
            using var limit = Limit(cancellationToken);
            return (await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = options.Bucket, Key = file.Path, UploadId = begun, PartETags = parts }, limit.Token).ConfigureAwait(false)).ETag;
        }
        catch
        {
            await AbandonAsync(file, begun).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<string> BeginAsync(StoredFile file, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = options.Bucket,
            Key = file.Path,
            ContentType = file.MediaType,
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = KmsKey,
        };
        request.Metadata["daybook-key"] = key;
        return (await client.InitiateMultipartUploadAsync(request, limit.Token).ConfigureAwait(false)).UploadId;
    }

    private async Task<PartETag> PutPartAsync(StoredFile file, string begun, int number, int start, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        var part = file with { Content = file.Content.Slice(start, Math.Min(options.PartBytes, file.Content.Length - start)) };
        var sha256 = Convert.ToBase64String(SHA256.HashData(part.Content.Span));
        using var content = part.Open();
        var answer = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = options.Bucket, Key = file.Path, UploadId = begun, PartNumber = number, PartSize = part.Content.Length, InputStream = content, ChecksumSHA256 = sha256, UseChunkEncoding = false,
            },
            limit.Token).ConfigureAwait(false);
        return new PartETag(number, answer.ETag) { ChecksumSHA256 = sha256 };
    }

    /// <summary>Parts that become no object are paid for until they are taken away.</summary>
    private async Task AbandonAsync(StoredFile file, string begun)
    {
        using var limit = Limit(CancellationToken.None);
        try
        {
            await client.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = options.Bucket, Key = file.Path, UploadId = begun }, limit.Token).ConfigureAwait(false);
        }
        catch (Exception left) when (S3Failure.Of(left, options.Bucket, CancellationToken.None) is not null)
        {
            // A rule of the bucket takes what is left over away.
        }
    }

    private ServerSideEncryptionMethod? Encryption => options.Encryption.Length > 0 ? new ServerSideEncryptionMethod(options.Encryption) : null;

    private string? KmsKey => options.KmsKey.Length > 0 ? options.KmsKey : null;

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        return limit;
    }
}
