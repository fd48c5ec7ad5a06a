using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server.Oidc;

/// <summary>Keeps cookies, by the server's clock for ever, and follows nothing by itself.</summary>
internal sealed class Browser(TestServer server)
{
    private readonly Dictionary<string, string> _cookies = [];

    public string? Csrf { get; set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>Where the server sends the browser.</returns>
    public async Task<Uri> BeginAsync(string? returnTo = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/auth/oidc/sign-in" + (returnTo is null ? "" : "?return_to=" + Uri.EscapeDataString(returnTo)));
        Assert.True(answer.Headers.Location is not null, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
        return answer.Headers.Location!;
    }

    public async Task<HttpResponseMessage> SignInAsync(FakeProvider provider, Person person, string? returnTo = null) =>
        await SendAsync(HttpMethod.Get, provider.Authorize(await BeginAsync(returnTo), person));

    public async Task<JsonElement> MeAsync() => await TestServer.OkAsync(SendAsync(HttpMethod.Get, "/api/v1/cob/me"));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (Csrf is not null)
            request.Headers.Add("X-CSRF-Token", Csrf);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await server.Anonymous.SendAsync(request, Cancel);
        foreach (var pair in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)) : [])
            _cookies[pair[0]] = pair[1];
        return answer;
    }
}
