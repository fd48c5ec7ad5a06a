using System.Security.Cryptography;
using System.Text;
using Daybook.Tests.Outgoing;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>Recomputes the signature of a request as Amazon's documents say: AWS Signature Version 4, one chunk, signed payload.</summary>
internal static class SigV4
{
    /// <returns>What is wrong with the signature; null when it is right.</returns>
    public static string? Problem(LoopbackRequest request, string accessKey, string secretKey, string region)
    {
        var header = request.Headers.GetValueOrDefault("Authorization") ?? "";
        if (!header.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
            return "AccessDenied";
        var parts = header["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var credential = parts["Credential"].Split('/');
        if (credential[0] != accessKey)
            return "InvalidAccessKeyId";
        var body = request.Headers["x-amz-content-sha256"];
        if (body != Hex(SHA256.HashData(request.Body)))
            return "XAmzContentSHA256Mismatch";
        var signed = parts["SignedHeaders"].Split(';');
        if (!signed.Contains("host") || credential[2] != region || credential[3] != "s3")
            return "AuthorizationHeaderMalformed";
        var headers = string.Concat(signed.Select(name => $"{name}:{string.Join(' ', request.Headers[name].Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"));
        var asked = request.Target.Contains('?') ? request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
        var query = string.Join('&', asked.Split('&').Select(pair => pair.Length == 0 || pair.Contains('=') ? pair : pair + "=").Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{request.Path}\n{query}\n{headers}\n{parts["SignedHeaders"]}\n{body}";
        var scope = string.Join('/', credential[1..]);
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = credential[1..].Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))) == parts["Signature"] ? null : "SignatureDoesNotMatch";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
