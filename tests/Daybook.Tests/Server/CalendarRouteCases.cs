using System.Text;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of business calendars; everybody may read them all.</summary>
internal static class CalendarRouteCases
{
    private const string Calendars = Site.Api + "/calendars";
    private const string One = Calendars + "/{calendarId}";

    private static readonly StringContent NotIcs = new("nothing", Encoding.UTF8, "text/calendar");

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Calendars}", "viewer", _ => Task.FromResult(new Call($"{Calendars}?limit=2"))) { Bad = new($"{Calendars}?limit=0") },
        new($"POST {Calendars}", "operator", _ => Task.FromResult(new Call(Calendars, CalendarTests.Body(Site.NewName("calendar"))))) { Bad = new(Calendars, new { id = "a b", weekend = new[] { "XX" }, holidays = new[] { "2026-02-30" }, zone = "Europe/Pariss" }) },
        Of("GET", "", "viewer"),
        Of("GET", "/dates?from=2026-01-01&to=2026-12-31", "viewer") with { Bad = new($"{Calendars}/uk/dates?from=2026-01-01&to=2025-01-01") },
        Of("GET", "/versions", "viewer") with { Bad = new($"{Calendars}/uk/versions?limit=0") },
        new($"POST {One}/preview", "operator", async site => new Call($"{Calendars}/{await site.NewCalendarAsync()}/preview", new { holidays = new[] { "2026-12-24" } })) { IsPrivate = false, Bad = new($"{Calendars}/x/preview", new { holidays = "x" }) },
        new($"PUT {One}", "operator", async site => new Call($"{Calendars}/{await site.NewCalendarAsync()}", new { holidays = new[] { "2026-12-24" } })) { IsPrivate = false, Bad = new($"{Calendars}/x", new { id = "y" }) },
        Of("DELETE", "", "operator"),
        new($"POST {One}/import", "operator", async site => new Call($"{Calendars}/{await site.NewCalendarAsync()}/import", CalendarTests.Ics())) { IsPrivate = false, Bad = new($"{Calendars}/x/import?source=subscription", NotIcs) },
        new($"PUT {One}/subscription", "operator", async site => new Call($"{Calendars}/{await site.NewCalendarAsync()}/subscription", new { url = await Site.FeedAsync() }))
        {
            IsPrivate = false, Bad = new($"{Calendars}/x/subscription", new { url = "https://169.254.169.254/latest", refresh_hours = 0, timed_events = "x" }),
        },
        new($"DELETE {One}/subscription", "operator", async site => new Call($"{Calendars}/{await site.NewSubscribedCalendarAsync()}/subscription")) { IsPrivate = false },
        new($"POST {One}/subscription/refresh", "operator", async site => new Call($"{Calendars}/{await site.NewSubscribedCalendarAsync()}/subscription/refresh")) { IsPrivate = false },
    ];

    private static RouteCase Of(string method, string below, string role) =>
        new($"{method} {One}{below.Split('?')[0]}", role, async site => new Call($"{Calendars}/{await site.NewCalendarAsync()}{below}")) { IsPrivate = false };
}
