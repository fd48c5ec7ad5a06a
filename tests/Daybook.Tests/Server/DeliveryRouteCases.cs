using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of deliveries.</summary>
internal static class DeliveryRouteCases
{
    private const string Report = Site.Api + "/reports/{reportId:guid}";
    private const string Deliveries = Site.Api + "/deliveries";
    private const string One = Deliveries + "/{deliveryId:guid}";
    private const string Suppressions = Site.Api + "/suppressions";
    private const string Passwords = Site.Api + "/delivery-passwords";
    private const string Unsubscribe = "/unsubscribe/{deliveryId:guid}";
    private const string Nobody = "00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"POST {Report}/distribute", "author", async site => new Call($"{Site.Api}/reports/{await site.NewReportAsync("author")}/distribute", new { share = new[] { "." } })) { Bad = new($"{Site.Api}/reports/{Nobody}/distribute", new { pigeon = new[] { "a" } }) },
        new($"GET {Report}/deliveries", "viewer", async site => new Call($"{Site.Api}/reports/{await site.NewReportAsync("viewer")}/deliveries")) { Bad = new($"{Site.Api}/reports/{Nobody}/deliveries?limit=1000") },
        new($"GET {Deliveries}", "operator", _ => Task.FromResult(new Call($"{Deliveries}?state=open&limit=5"))) { Bad = new($"{Deliveries}?state=nonsense") },
        Of("GET", "", null, "failed"),
        Of("POST", "/resend", null, "failed"),
        Of("POST", "/mark", new { state = "accepted", note = "Ann has it." }, "unknown") with { Bad = new($"{Deliveries}/{Nobody}/mark", new { state = "planned" }) },
        new($"POST {Deliveries}/resend", "operator", _ => Task.FromResult(new Call($"{Deliveries}/resend", new { ids = Array.Empty<string>() }))) { Bad = new($"{Deliveries}/resend", new { }) },
        new($"GET {Deliveries}/bounces", "operator", _ => Task.FromResult(new Call($"{Deliveries}/bounces"))),
        new($"POST {Deliveries}/bounces", "operator", async site => new Call($"{Deliveries}/bounces", new { message_id = (await site.NewDeliveryAsync("accepted")).Key, reason = "No such mailbox" })) { Bad = new($"{Deliveries}/bounces", new { }) },
        new($"GET {Site.Api}/channels", "viewer", _ => Task.FromResult(new Call($"{Site.Api}/channels"))),
        new($"POST {Site.Api}/channels/{{name}}/test", "admin", _ => Task.FromResult(new Call($"{Site.Api}/channels/{RouteServer.Channel}/test"))) { IsPrivate = false },
        new($"GET {Suppressions}", "operator", _ => Task.FromResult(new Call($"{Suppressions}?limit=5"))) { Bad = new($"{Suppressions}?limit=1000") },
        new($"POST {Suppressions}", "operator", _ => Task.FromResult(new Call(Suppressions, new { recipient = Site.NewName("ann") + "@example.com" }))) { Bad = new(Suppressions, new { recipient = "", channel = "pigeon" }) },
        new($"DELETE {Suppressions}/{{suppressionId:guid}}", "operator", async site => new Call($"{Suppressions}/{await site.NewSuppressionAsync()}")) { IsPrivate = false },
        new($"GET {Passwords}", "author", _ => Task.FromResult(new Call($"{Passwords}?limit=5"))) { Bad = new($"{Passwords}?limit=1000") },
        new($"PUT {Passwords}/{{name}}", "author", async site =>
        {
            var call = new Call($"{Passwords}/{Site.NewName("ann")}", new { password = "correct horse" });
            (await call.SendAsync(HttpMethod.Put, site.Server.As("author"), Site.Cancel)).Dispose();
            return call;
        }) { MakesMissing = true, Bad = new($"{Passwords}/bob", new { password = "short" }) },
        new($"DELETE {Passwords}/{{name}}", "author", async site =>
        {
            var path = $"{Passwords}/{Site.NewName("ann")}";
            await TestServer.OkAsync(site.Server.As("author").PutAsJsonAsync(path, new { password = "a long enough word" }, Site.Cancel));
            return new Call(path);
        }),
        new($"GET {Unsubscribe}", "anonymous", EndAsync) { IsPrivate = false, IsPage = true, Bad = new($"/unsubscribe/{Nobody}?signature=x"), BadStatus = 404 },
        new($"POST {Unsubscribe}", "anonymous", EndAsync) { IsPrivate = false, IsPage = true, Bad = new($"/unsubscribe/{Nobody}?signature=x"), BadStatus = 404 },
    ];

    private static RouteCase Of(string method, string below, object? body, string state) =>
        new($"{method} {One}{below}", "operator", async site => new Call($"{Deliveries}/{(await site.NewDeliveryAsync(state)).Id}{below}", body)) { IsPrivate = false };

    private static async Task<Call> EndAsync(Site site)
    {
        var (id, _) = await site.NewDeliveryAsync("accepted");
        return new Call($"/unsubscribe/{id}?signature={await site.UnsubscribeSignatureAsync(id)}");
    }
}
