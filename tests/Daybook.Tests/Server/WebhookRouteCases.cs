namespace Daybook.Tests.Server;

/// <summary>The routes of those who are told of events.</summary>
internal static class WebhookRouteCases
{
    private const string Webhooks = Site.Api + "/webhooks";
    private const string One = Webhooks + "/{webhookId:guid}";
    private const string Nowhere = Webhooks + "/00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Webhooks}", "admin", _ => Task.FromResult(new Call($"{Webhooks}?limit=5"))) { Bad = new($"{Webhooks}?limit=0") },
        new($"POST {Webhooks}", "admin", _ => Task.FromResult(new Call(Webhooks, Site.NewWebhook()))) { Bad = new(Webhooks, new { name = "", url = "http://10.0.0.1/", events = new[] { "report.eaten" } }) },
        Of("GET", ""),
        Of("PUT", "", new { is_active = false }) with { Bad = new(Nowhere, new { url = "https://127.0.0.1/", events = Array.Empty<string>() }) },
        Of("DELETE", ""),
        Of("POST", "/secret"),
        new($"POST {One}/test", "admin", async site => new Call($"{Webhooks}/{await site.NewWebhookAsync(await Site.FeedAsync())}/test")) { IsPrivate = false },
        Of("GET", "/messages") with { Bad = new($"{Nowhere}/messages?state=lost") },
        new($"POST {One}/messages/{{messageId:guid}}/resend", "admin", async site =>
        {
            var webhook = await site.NewWebhookAsync();
            return new Call($"{Webhooks}/{webhook}/messages/{await site.NewWebhookMessageAsync(webhook)}/resend");
        }) { IsPrivate = false },
    ];

    private static RouteCase Of(string method, string below, object? body = null) =>
        new($"{method} {One}{below}", "admin", async site => new Call($"{Webhooks}/{await site.NewWebhookAsync()}{below}", body)) { IsPrivate = false };
}
