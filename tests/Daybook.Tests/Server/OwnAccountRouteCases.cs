using System.Net.Http.Json;
using Daybook.Accounts;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of somebody's own account. What changes its caller is called by a user made for it.</summary>
internal static class OwnAccountRouteCases
{
    private const string Me = Site.Api + "/me";
    private const string Tokens = Site.Api + "/tokens";
    private const string Session = Site.Api + "/auth/session";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Session}", "viewer", async site => new Call(Session) { By = await site.NewBrowserAsync() }),
        new($"DELETE {Session}", "viewer", _ => Task.FromResult(new Call(Session))),
        new($"GET {Me}", "viewer", _ => Task.FromResult(new Call(Me))),
        new($"PUT {Me}/password", "viewer", async site => new Call($"{Me}/password", new { current_password = TestServer.Password, new_password = "another-long-one" }) { By = await site.NewCallerAsync() })
        {
            Bad = new($"{Me}/password", new { current_password = "wrong", new_password = "short" }),
        },
        new($"POST {Me}/second-factor", "viewer", _ => Task.FromResult(new Call($"{Me}/second-factor"))),
        new($"PUT {Me}/second-factor", "viewer", async site =>
        {
            var caller = await site.NewCallerAsync();
            var secret = await SecretAsync(caller);
            return new Call($"{Me}/second-factor", new { secret, code = Code(secret, 0) }) { By = caller };
        }) { Bad = new($"{Me}/second-factor", new { secret = "A", code = "000000" }) },
        new($"POST {Me}/second-factor/remove", "viewer", async site =>
        {
            var caller = await site.NewCallerAsync();
            var secret = await SecretAsync(caller);
            await TestServer.OkAsync(caller.PutAsJsonAsync($"{Me}/second-factor", new { secret, code = Code(secret, 0) }, Site.Cancel));
            // A code is good once, so this is the one after it, which is good already.
            return new Call($"{Me}/second-factor/remove", new { code = Code(secret, 30) }) { By = caller };
        }) { Bad = new($"{Me}/second-factor/remove", new { code = "000000" }) },
        new($"GET {Tokens}", "viewer", _ => Task.FromResult(new Call(Tokens))),
        new($"POST {Tokens}", "viewer", _ => Task.FromResult(new Call(Tokens, new { name = "ci" }))) { Bad = new(Tokens, new { name = "ci", expires_in_days = 0 }) },
        new($"DELETE {Tokens}/{{tokenId:guid}}", "viewer", async site => new Call($"{Tokens}/{await site.NewTokenAsync("viewer")}")),
    ];

    private static async Task<string> SecretAsync(HttpClient caller) =>
        (await TestServer.OkAsync(caller.PostAsync($"{Me}/second-factor", null, Site.Cancel))).GetProperty("secret").GetString()!;

    private static string Code(string secret, int secondsAhead) => Totp.CodeAt(Totp.FromBase32(secret), TimeProvider.System.GetUtcNow().AddSeconds(secondsAhead));
}
