using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.S3;

/// <summary>What a store answers in place of success.</summary>
internal static class S3Failure
{
    /// <returns>Null for what is no matter of the world outside.</returns>
    public static DeliveryOutcome? Of(Exception failure, string bucket, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return null;
        for (Exception? at = failure; at is not null; at = at.InnerException)
        {
            if (at is OutgoingException own)
                return HttpOutcomes.OfLast(own);
            if (at is System.Security.Authentication.AuthenticationException tls)
                return HttpOutcomes.OfEarlier(OutgoingFailure.Of(tls, "The store", isTimeout: false, mayHaveArrived: false));
        }

        return failure switch
        {
            AmazonS3Exception { StatusCode: not 0 } answer => Of(answer, bucket),
            FormatException secret => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"A key of the channel {secret.Message}."),
            AmazonServiceException or HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
                new DeliveryOutcome.Unknown(OutgoingCodes.ConnectionLost, "The connection to the store broke off, or its answer did not come in time; whether the object was stored is not known. Storing it again is harmless."),
            _ => null,
        };
    }

    private static DeliveryOutcome Of(AmazonS3Exception answer, string bucket) => answer.ErrorCode switch
    {
        "NoSuchBucket" => new DeliveryOutcome.Refused(ChannelCodes.NotFound, $"There is no bucket {bucket}. Make it, or correct Bucket or PathStyle."),
        "InvalidAccessKeyId" => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, "The store does not know the access key. Correct AccessKey."),
        "SignatureDoesNotMatch" => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, "The signature is wrong: SecretKey or Region does not fit the access key."),
        "AuthorizationHeaderMalformed" => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"The store wants another region. Correct Region: {ForeignText.Quote(answer.Message)}."),
        "RequestTimeTooSkewed" => new DeliveryOutcome.Deferred(ChannelCodes.SignInRefused, "The clocks of this server and of the store differ too much. Set them right."),
        "ExpiredToken" => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, "The access key has run out. Set a new one, with its session token."),
        "InvalidToken" => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, "The session token does not fit the access key. Correct SessionToken."),
        "NoSuchUpload" => new DeliveryOutcome.Deferred(ChannelCodes.NotStored, "The store forgot the parts of the object."),
        "EntityTooLarge" => new DeliveryOutcome.Refused(ChannelCodes.TooLarge, "The object is too large for the store."),
        "SlowDown" or "ServiceUnavailable" or "TooManyRequests" => new DeliveryOutcome.Deferred(ChannelCodes.RateLimited, $"The store takes no more for now ({answer.ErrorCode})."),
        "XMinioStorageFull" or "QuotaExceeded" or "InsufficientStorage" => new DeliveryOutcome.Deferred(ChannelCodes.DiskFull, $"The store has no space left ({answer.ErrorCode}). Make some."),
        "BadDigest" or "XAmzContentSHA256Mismatch" or "InvalidDigest" => new DeliveryOutcome.Deferred(ChannelCodes.NotStored, $"The store got other bytes than were sent ({answer.ErrorCode})."),
        _ => answer.StatusCode switch
        {
            HttpStatusCode.Forbidden => new DeliveryOutcome.Refused(ChannelCodes.NotPermitted, $"The account may not write to {bucket}{Said(answer)}. Permit it s3:PutObject there."),
            HttpStatusCode.NotFound => new DeliveryOutcome.Refused(ChannelCodes.NotFound, $"There is no bucket {bucket}. Make it, or correct Bucket or PathStyle."),
            HttpStatusCode.Unauthorized => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"The store does not let the account in{Said(answer)}. Correct AccessKey and SecretKey."),
            HttpStatusCode.InsufficientStorage => new DeliveryOutcome.Deferred(ChannelCodes.DiskFull, $"The store has no space left{Said(answer)}. Make some."),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, $"The store stumbled{Said(answer)}."),
            < HttpStatusCode.BadRequest => new DeliveryOutcome.Refused(ChannelCodes.Redirected, $"The store answers from elsewhere{Said(answer)}. Correct Endpoint or Region."),
            _ => new DeliveryOutcome.Refused(ChannelCodes.Rejected, $"The store refused the object{Said(answer)}."),
        },
    };

    private static string Said(AmazonS3Exception answer) =>
        answer.ErrorCode is { Length: > 0 } code ? $": {ForeignText.Quote(code)} {ForeignText.Quote(answer.Message)}" : $" with {(int)answer.StatusCode}";
}
