using System.Net.Http.Json;

namespace Daybook.Tests.Server;

/// <summary>One request of a test.</summary>
/// <param name="Body">Sent as JSON; content is sent as it is; null sends nothing.</param>
internal sealed record Call(string Path, object? Body = null)
{
    /// <summary>Who makes it; null for the test's user of the role. Calls that change their own caller bring one of their own.</summary>
    public HttpClient? By { get; init; }

    /// <summary>The version it was made from; null does not say.</summary>
    public string? IfMatch { get; init; }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpClient client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Path);
        if (IfMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        request.Content = Body is null ? null : Body as HttpContent ?? JsonContent.Create(Body);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
