using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Calendars.Stored;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class CalendarTests(ServerFixture fixture)
{
    private const string Calendars = "/api/v1/cob/calendars";

    private static int _count;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calendars_of_the_program_are_listed_and_cannot_be_changed()
    {
        var server = await fixture.GetAsync();
        var list = await TestServer.OkAsync(server.As("viewer").GetAsync(Calendars + "?limit=200", Cancel));
        var nyse = list.EnumerateArray().Single(calendar => calendar.GetProperty("id").GetString() == "nyse");
        Assert.True(nyse.GetProperty("built_in").GetBoolean());
        Assert.Equal("16:00", nyse.GetProperty("close").GetString());
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync(Calendars + "/nyse", new { holidays = Array.Empty<string>() }, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.DeleteAsync(Calendars + "/nyse", Cancel));
        await TestServer.RefusedAsync(409, "already_exists", server.Admin.PostAsJsonAsync(Calendars, Body("nyse"), Cancel));
        var dates = await TestServer.OkAsync(server.As("viewer").GetAsync(Calendars + "/nyse/dates?from=2026-11-01&to=2026-11-30", Cancel));
        Assert.Equal(
            ["2026-11-26 holiday Thanksgiving Day", "2026-11-27 early_close 13:00"],
            dates.GetProperty("dates").EnumerateArray().Select(date => $"{date.GetProperty("date")} {date.GetProperty("kind")} {date.GetProperty("name")}{date.GetProperty("closes_at")}"));
    }

    [Fact]
    public async Task A_change_is_a_version_and_cannot_overwrite_what_was_not_seen()
    {
        var server = await fixture.GetAsync();
        var path = $"{Calendars}/{await NewCalendarAsync(server)}";
        using var read = await server.Admin.GetAsync(path, Cancel);
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
        var definition = (await TestServer.JsonAsync(read)).GetProperty("definition");
        var same = await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, definition, Cancel));
        Assert.Equal("1", same.GetProperty("version").GetString());
        var change = new { name = "Office 2", holidays = new[] { "2026-12-25", "2026-12-24" } };
        var preview = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(path + "/preview", change, Cancel));
        Assert.Equal(["2026-12-24 business day > holiday (Holiday)"], Dates(preview));
        Assert.False(preview.GetProperty("saved").GetBoolean());
        var saved = await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, change, Cancel));
        Assert.Equal(("2", true), (saved.GetProperty("version").GetString(), saved.GetProperty("saved").GetBoolean()));
        using var stale = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(change), Headers = { { "If-Match", "\"1\"" } } };
        var refused = await server.Admin.SendAsync(stale, Cancel);
        Assert.False(refused.IsSuccessStatusCode);
        var versions = await TestServer.OkAsync(server.Admin.GetAsync(path + "/versions", Cancel));
        Assert.Equal(["2 Changed", "1 Created"], versions.EnumerateArray().Select(version => $"{version.GetProperty("version")} {version.GetProperty("change_description")}"));
        await TestServer.OkAsync(server.Admin.DeleteAsync(path, Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.Admin.GetAsync(path, Cancel));
    }

    [Fact]
    public async Task An_import_is_shown_confirmed_by_its_hash_and_changes_nothing_the_second_time()
    {
        var server = await fixture.GetAsync();
        var path = $"{Calendars}/{await NewCalendarAsync(server)}/import";
        var preview = await ImportAsync(server, path, "20260501", "20260514");
        Assert.Equal(["2026-05-01 business day > holiday (Closed)", "2026-05-14 business day > holiday (Closed)"], Dates(preview));
        var hash = preview.GetProperty("hash").GetString();
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PostAsync($"{path}?confirm={hash}", Ics("20260501"), Cancel));
        var saved = await ImportAsync(server, $"{path}?confirm={hash}", "20260501", "20260514");
        Assert.Equal(("2", true), (saved.GetProperty("version").GetString(), saved.GetProperty("saved").GetBoolean()));
        var again = await ImportAsync(server, path, "20260501", "20260514");
        Assert.Equal(0, again.GetProperty("changed_dates").GetInt32());
        Assert.Equal("2", (await ImportAsync(server, $"{path}?confirm={again.GetProperty("hash").GetString()}", "20260501", "20260514")).GetProperty("version").GetString());
        Assert.Equal(["2026-05-01 holiday (Closed) > business day"], Dates(await ImportAsync(server, path, "20260514")));
        Assert.Empty(Dates(await ImportAsync(server, path + "?source=other", "20260514")));
    }

    [Fact]
    public async Task An_import_can_have_timed_events_close_business_early()
    {
        var server = await fixture.GetAsync();
        var path = $"{Calendars}/{await NewCalendarAsync(server)}/import";
        const string Timed = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261224T130000Z\nSUMMARY:Party\nEND:VEVENT\nEND:VCALENDAR\n";
        var ignored = await TestServer.OkAsync(server.Admin.PostAsync(path, new StringContent(Timed, Encoding.UTF8, "text/calendar"), Cancel));
        Assert.Equal((0, 1), (ignored.GetProperty("changed_dates").GetInt32(), ignored.GetProperty("ignored_timed_events").GetInt32()));
        var taken = await TestServer.OkAsync(server.Admin.PostAsync(path + "?timed_events=close_early", new StringContent(Timed, Encoding.UTF8, "text/calendar"), Cancel));
        Assert.Equal(["2026-12-24 business day > closes at 13:00"], Dates(taken));
    }

    [Fact]
    public async Task A_change_shows_the_runs_of_schedules_that_move_has_them_planned_at_once_and_a_calendar_in_use_stays()
    {
        var server = await fixture.GetAsync();
        var id = await NewCalendarAsync(server);
        var author = server.As("author");
        var schedule = await ScheduleTests.NewAsync(author, $$"""{"name":"Daily close","frequency":"daily","time":"18:00","calendar":"{{id}}"}""");
        var next = await TestServer.OkAsync(author.GetAsync($"/api/v1/cob/schedules/{schedule}/next?n=3", Cancel));
        var date = next.GetProperty("occurrences").EnumerateArray().Last(row => row.GetProperty("due_at").ValueKind == JsonValueKind.String).GetProperty("business_date").GetString()!;
        var preview = await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Calendars}/{id}/preview", new { holidays = new[] { "2026-12-25", date } }, Cancel));
        var effect = Assert.Single(preview.GetProperty("schedules").EnumerateArray());
        Assert.Equal(("Daily close", 1), (effect.GetProperty("name").GetString(), effect.GetProperty("removed").GetInt32()));
        Assert.Equal($"removed {date}", $"{effect.GetProperty("changes")[0].GetProperty("change")} {effect.GetProperty("changes")[0].GetProperty("nominal_date")}");
        var planning = server.Services.GetRequiredService<ScheduleSignals>().Next;
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Calendars}/{id}", new { holidays = new[] { "2026-12-25", date } }, Cancel));
        Assert.True(planning.IsCompleted, "the planner was not told that a calendar changed");
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.DeleteAsync($"{Calendars}/{id}", Cancel));
        await TestServer.OkAsync(author.DeleteAsync($"/api/v1/cob/schedules/{schedule}", Cancel));
        await TestServer.OkAsync(server.Admin.DeleteAsync($"{Calendars}/{id}", Cancel));
    }

    [Fact]
    public async Task Files_that_are_too_large_or_malicious_are_refused_with_a_reason()
    {
        var server = await fixture.GetAsync();
        var path = $"{Calendars}/{await NewCalendarAsync(server)}/import";
        await RefusedAsync(413, new string('x', 10_000_000), "has 10,000,000 bytes; at most 5,000,000 are read: export fewer years");
        await RefusedAsync(422, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\n", "cut off");
        await RefusedAsync(422, string.Concat(Enumerable.Repeat("BEGIN:VCALENDAR\n", 1000)), "inside each other");
        await RefusedAsync(422, $"BEGIN:VCALENDAR\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART;VALUE=DATE:20240101\nRRULE:FREQ=DAILY\nEND:VEVENT\n"))}END:VCALENDAR\n", "10,000 dates");
        await RefusedAsync(422, "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]>", "no ICS calendar");
        async Task RefusedAsync(int status, string file, string words)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(file, Encoding.UTF8, "text/calendar"), Headers = { ExpectContinue = true } };
            using var answer = await server.Admin.SendAsync(request, Cancel);
            var body = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains(words, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_subscription_follows_its_feed_keeps_what_it_had_when_that_breaks_and_says_why()
    {
        var server = await fixture.GetAsync();
        string? file = "20260501";
        await using var feed = await Loopback.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = file is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            await Ics(file is { Length: > 0 } ? file.Split(' ') : ["19990101"]).CopyToAsync(context.Response.Body);
        });
        var id = await NewCalendarAsync(server);
        var path = $"{Calendars}/{id}/subscription";
        var url = $"http://localhost:{feed.Port}/days.ics";
        var preview = await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, new { url }, Cancel));
        Assert.Equal(["2026-05-01 business day > holiday (Closed)"], Dates(preview));
        Assert.Null(Feed(await TestServer.OkAsync(server.Admin.GetAsync($"{Calendars}/{id}", Cancel))));
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, new { url, refresh_hours = 2, confirm = preview.GetProperty("hash").GetString() }, Cancel));

        file = "20260501 20260514";
        Assert.Equal("3", await RefreshAsync());
        Assert.Equal("3", await RefreshAsync());
        file = null;
        Assert.Equal("3 localhost answered 503 (ServiceUnavailable); look after the host, or try again later.", await RefreshAsync());
        file = "";
        Assert.StartsWith("3 the feed has no dates any more, where it had 2", await RefreshAsync(), StringComparison.Ordinal);
        file = "20260514";
        Assert.Equal("4", await RefreshAsync());

        // An event that nobody can read is a day that may be missing: it is said, and told once.
        file = "20260514 20260515 20260231";
        const string Lost = "'Closed' was left out: it has no DTSTART that is a date (correct it where the file comes from, or add its dates to the calendar by hand)";
        Assert.Matches($"^5 line [0-9]+: {Regex.Escape(Lost)}$", await RefreshAsync());
        Assert.Matches($"^5 line [0-9]+: {Regex.Escape(Lost)}$", await RefreshAsync());
        file = "20260514 20260515";
        Assert.Equal("5", await RefreshAsync());
        await using (var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel))
        {
            var told = await session.ListAsync<string>("select text from notices where text like @about order by created_at", new { about = $"The calendar '{id}' %" }, Cancel);
            Assert.Equal(["cannot be read", "can be read", "was read fr", "can be read"], told.Select(text => text[$"The calendar '{id}' ".Length..]).Select(text => text.StartsWith("cannot", StringComparison.Ordinal) ? text[..14] : text[..11]));
        }

        await TestServer.OkAsync(server.Admin.DeleteAsync(path, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PostAsync(path + "/refresh", null, Cancel));
        async Task<string> RefreshAsync()
        {
            var calendar = await TestServer.OkAsync(server.Admin.PostAsync(path + "/refresh", null, Cancel));
            return $"{calendar.GetProperty("version")} {Feed(calendar)!.Value.GetProperty("error")}".Trim();
        }
    }

    [Fact]
    public async Task A_feed_that_is_due_is_read_once_by_one_node()
    {
        var server = await fixture.GetAsync();
        await using var feed = await Loopback.StartAsync((context, _) => Ics("20260501").CopyToAsync(context.Response.Body));
        var id = await NewCalendarAsync(server);
        var url = $"http://localhost:{feed.Port}/days.ics";
        var preview = await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Calendars}/{id}/subscription", new { url }, Cancel));
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Calendars}/{id}/subscription", new { url, confirm = preview.GetProperty("hash").GetString() }, Cancel));
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await session.ExecuteAsync("update calendars set feed_due_at = case when id = @id then @past else @future end where feed_due_at is not null", new { id, past = DateTimeOffset.UnixEpoch, future = DateTimeOffset.UnixEpoch.AddYears(200) }, Cancel);
            await session.CommitAsync(Cancel);
        }

        var feeds = server.Services.GetRequiredService<CalendarFeeds>();
        Assert.Equal([false, true], (await Task.WhenAll(feeds.RefreshNextAsync(Cancel), feeds.RefreshNextAsync(Cancel))).Order());
        var due = Feed(await TestServer.OkAsync(server.Admin.GetAsync($"{Calendars}/{id}", Cancel)))!.Value.GetProperty("due_at").GetDateTimeOffset();
        Assert.True(due > DateTimeOffset.UnixEpoch.AddYears(50));
    }

    [Theory]
    [InlineData("http://127.0.0.1/a.ics")]
    [InlineData("https://[::ffff:10.0.0.1]/a.ics")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.org/a.ics")]
    public async Task A_private_address_is_not_subscribed_to(string url)
    {
        var server = await fixture.GetAsync();
        var path = $"{Calendars}/{await NewCalendarAsync(server)}/subscription";
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PutAsJsonAsync(path, new { url }, Cancel));
        Assert.Equal("address_refused", refused.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    internal static object Body(string id) => new { id, name = "Office", holidays = new[] { "2026-12-25" } };

    internal static StringContent Ics(params string[] dates) => new(
        string.Concat("BEGIN:VCALENDAR\r\n", string.Concat((dates.Length > 0 ? dates : ["20260501"]).Select(date => $"BEGIN:VEVENT\r\nUID:{date}\r\nDTSTART;VALUE=DATE:{date}\r\nSUMMARY:Closed\r\nEND:VEVENT\r\n")), "END:VCALENDAR\r\n"),
        Encoding.UTF8,
        "text/calendar");

    private static async Task<string> NewCalendarAsync(TestServer server)
    {
        var id = $"tested-{Interlocked.Increment(ref _count)}";
        await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Calendars, Body(id), Cancel));
        return id;
    }

    private static IEnumerable<string> Dates(JsonElement answer) =>
        answer.GetProperty("dates").EnumerateArray().Select(change => $"{change.GetProperty("date")} {change.GetProperty("before")} > {change.GetProperty("after")}");

    private static JsonElement? Feed(JsonElement calendar) => calendar.GetProperty("subscription") is { ValueKind: JsonValueKind.Object } feed ? feed : null;

    private static Task<JsonElement> ImportAsync(TestServer server, string path, params string[] dates) => TestServer.OkAsync(server.Admin.PostAsync(path, Ics(dates), Cancel));
}
