using System.Text.Json;
using Daybook.Schedules;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What people see of occurrences and do about them.</summary>
public abstract class OccurrenceTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob", Daily = """{"frequency":"daily","time":"18:00"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_now_has_the_business_date_and_the_period_that_the_rule_gives_it()
    {
        var (server, author, schedule) = await ScheduleAsync(Daily);
        var id = await RunAsync(author, schedule, "run", """{"business_date":"2026-05-04"}""");
        var run = await GetAsync(author, $"/occurrences/{id}");
        Assert.Equal(("manual", "2026-05-04", "2026-05-03T18:00:00+00:00", "2026-05-04T18:00:00+00:00"), (Text(run, "origin"), Text(run, "report_date"), Text(run, "period_start"), Text(run, "period_end")));
        Assert.StartsWith("manual:", Text(run, "slot"), StringComparison.Ordinal);
        var test = await GetAsync(author, $"/occurrences/{await RunAsync(author, schedule, "test-run", "{}")}");
        Assert.Equal("test", Text(test, "origin"));
        Assert.Contains("asked for a test", test.GetProperty("explanation")[0].GetString(), StringComparison.Ordinal);
        await TestServer.RefusedAsync(404, "not_found", server.As("viewer").GetAsync($"{Api}/occurrences/{id}", Cancel));
    }

    [Theory]
    [InlineData("held", "release", "due", "released")]
    [InlineData("held", "reject", "skipped", "rejected")]
    [InlineData("held", "cancel", "cancelled", "cancelled")]
    [InlineData("planned", "cancel", "cancelled", "cancelled")]
    [InlineData("failed", "retry", "due", "retried")]
    [InlineData("missed", "retry", "due", "retried")]
    [InlineData("cancelled", "retry", "due", "retried")]
    [InlineData("succeeded", "retry", "due", "retried")]
    public async Task A_person_decides_and_the_history_says_who_and_why(string state, string verb, string to, string reason)
    {
        var (server, author, schedule) = await ScheduleAsync(Daily);
        var id = await ScheduleTests.OccurrenceAsync(server, schedule, state);
        await TestServer.OkAsync(author.PostAsync($"{Api}/occurrences/{id}/{verb}", ScheduleTests.Json("""{"note":"Looked at it"}"""), Cancel));
        var events = (await GetAsync(author, $"/occurrences/{id}")).GetProperty("events").EnumerateArray().Select(change => $"{Text(change, "from")} {Text(change, "to")} {Text(change, "actor")} {Text(change, "reason")} {Text(change, "note")}");
        Assert.Contains($"{state} {to} author {reason} Looked at it", events);
    }

    [Theory]
    [InlineData("planned", "release")]
    [InlineData("succeeded", "cancel")]
    [InlineData("planned", "retry")]
    [InlineData("held", "retry")]
    [InlineData("failed", "reject")]
    public async Task What_the_table_of_transitions_does_not_know_is_refused(string state, string verb)
    {
        var (server, author, schedule) = await ScheduleAsync(Daily);
        var id = await ScheduleTests.OccurrenceAsync(server, schedule, state);
        await TestServer.RefusedAsync(409, "not_possible_now", author.PostAsync($"{Api}/occurrences/{id}/{verb}", ScheduleTests.Json("{}"), Cancel));
    }

    [Fact]
    public async Task A_backfill_is_shown_confirmed_and_followed_and_never_doubles_a_date()
    {
        var (_, author, schedule) = await ScheduleAsync("""{"frequency":"daily","time":"18:00","timezone":"America/New_York","calendar":"nyse"}""");
        const string Range = "\"from\":\"2026-04-02\",\"to\":\"2026-04-07\"";
        var plan = await BackfillAsync(author, schedule, $"{{{Range}}}");
        Assert.Equal(
            ["2026-04-02 new ", "2026-04-03 no_run holiday", "2026-04-04 no_run holiday", "2026-04-05 no_run holiday", "2026-04-06 new ", "2026-04-07 new "],
            plan.GetProperty("dates").EnumerateArray().Select(date => $"{Text(date, "nominal_date")} {Text(date, "action")} {Text(date, "reason")}"));
        Assert.Equal((3, false), (plan.GetProperty("runs").GetInt32(), plan.GetProperty("started").GetBoolean()));
        await TestServer.RefusedAsync(409, "not_possible_now", author.PostAsync($"{Api}/schedules/{schedule}/backfill", ScheduleTests.Json($"{{{Range},\"confirm\":\"0\"}}"), Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", author.PostAsync($"{Api}/schedules/{schedule}/backfill", ScheduleTests.Json($"{{{Range},\"deliver\":true,\"confirm\":\"{Text(plan, "hash")}\"}}"), Cancel));
        var started = await BackfillAsync(author, schedule, $"{{{Range},\"confirm\":\"{Text(plan, "hash")}\"}}");
        Assert.Equal((3, true), (started.GetProperty("runs").GetInt32(), started.GetProperty("started").GetBoolean()));
        var rows = await TestServer.OkAsync(author.GetAsync($"{Api}/schedules/{schedule}/occurrences?to=2026-04-10T00:00:00Z", Cancel));
        Assert.Equal(["2026-04-07 backfill False", "2026-04-06 backfill False", "2026-04-02 backfill False"], rows.EnumerateArray().Select(row => $"{Text(row, "business_date")} {Text(row, "origin")} {row.GetProperty("delivers").GetBoolean()}"));
        var again = await BackfillAsync(author, schedule, $"{{{Range},\"again\":true}}");
        Assert.DoesNotContain(again.GetProperty("dates").EnumerateArray(), date => Text(date, "action") == "new");
    }

    [Fact]
    public async Task A_backfill_opens_a_missed_date_again_and_keeps_one_that_has_its_report()
    {
        var (server, author, schedule) = await ScheduleAsync(Daily);
        var plan = await BackfillAsync(author, schedule, """{"from":"2026-04-01","to":"2026-04-02"}""");
        await BackfillAsync(author, schedule, $$"""{"from":"2026-04-01","to":"2026-04-02","confirm":"{{Text(plan, "hash")}}"}""");
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await session.ExecuteAsync(
                "update occurrences set state = case when nominal_date = @first then 'missed' else 'succeeded' end, fence = fence + 1000 where schedule_id = @schedule",
                new { first = new DateOnly(2026, 4, 1), schedule = new ScheduleId(Guid.Parse(schedule)) },
                Cancel);
            await session.CommitAsync(Cancel);
        }

        var again = await BackfillAsync(author, schedule, """{"from":"2026-04-01","to":"2026-04-02"}""");
        Assert.Equal(["2026-04-01 reopen missed", "2026-04-02 keep succeeded"], again.GetProperty("dates").EnumerateArray().Select(date => $"{Text(date, "nominal_date")} {Text(date, "action")} {Text(date, "state")}"));
        var started = await BackfillAsync(author, schedule, $$"""{"from":"2026-04-01","to":"2026-04-02","confirm":"{{Text(again, "hash")}}"}""");
        Assert.Equal(1, started.GetProperty("runs").GetInt32());
    }

    [Fact]
    public async Task A_range_that_is_wrong_or_too_long_is_refused()
    {
        var (_, author, schedule) = await ScheduleAsync(Daily);
        foreach (var range in new[] { "\"from\":\"2026-04-02\",\"to\":\"2026-04-01\"", "\"from\":\"2010-04-02\",\"to\":\"2026-04-01\"", "\"from\":\"2024-04-02\",\"to\":\"2026-04-01\"" })
            await TestServer.RefusedAsync(422, "invalid_request", author.PostAsync($"{Api}/schedules/{schedule}/backfill", ScheduleTests.Json($"{{{range}}}"), Cancel));
    }

    [Fact]
    public async Task What_was_due_is_listed_with_what_became_of_it()
    {
        var (server, author, schedule) = await ScheduleAsync("""{"name":"Listed","frequency":"daily","time":"18:00"}""");
        var id = await ScheduleTests.OccurrenceAsync(server, schedule, "missed");
        var due = await TestServer.OkAsync(author.GetAsync($"{Api}/schedules/due?state=missed&limit=200", Cancel));
        var row = due.EnumerateArray().Single(found => Text(found, "id") == id);
        Assert.Equal(("Listed", "missed"), (Text(row, "schedule_name"), Text(row, "state")));
        Assert.DoesNotContain((await TestServer.OkAsync(server.As("viewer").GetAsync($"{Api}/schedules/due?limit=200", Cancel))).EnumerateArray(), found => Text(found, "id") == id);
        var metrics = await GetAsync(author, $"/schedules/{schedule}/metrics?days=3");
        Assert.Equal((1, 1, 0.0), (metrics.GetProperty("total").GetInt32(), metrics.GetProperty("occurrences").GetProperty("missed").GetInt32(), metrics.GetProperty("success_share").GetDouble()));
    }

    [Fact]
    public async Task Metrics_without_runs_claim_nothing()
    {
        var (_, author, schedule) = await ScheduleAsync(Daily);
        var metrics = await GetAsync(author, $"/schedules/{schedule}/metrics");
        Assert.Equal((0, JsonValueKind.Null, JsonValueKind.Null), (metrics.GetProperty("total").GetInt32(), metrics.GetProperty("success_share").ValueKind, metrics.GetProperty("duration_seconds").ValueKind));
    }

    [Fact]
    public async Task Every_preset_is_a_schedule_once_it_has_a_template()
    {
        var (server, author, _) = await ScheduleAsync(Daily);
        var presets = await TestServer.OkAsync(server.As("viewer").GetAsync($"{Api}/schedule-presets", Cancel));
        Assert.Equal(["End of Day Report", "Weekly Executive Brief", "Monthly Compliance Report"], presets.EnumerateArray().Select(preset => Text(preset, "name")));
        foreach (var preset in presets.EnumerateArray())
        {
            var id = await ScheduleTests.NewAsync(author, preset.GetProperty("body").GetRawText());
            Assert.StartsWith(Text(preset, "words"), Text(await GetAsync(author, $"/schedules/{id}"), "words"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_calendar_feed_shows_what_its_owner_may_see_until_it_is_revoked()
    {
        var (server, author, schedule) = await ScheduleAsync("""{"name":"Close; of, business\\ with a very long name that has to be folded, ünd twice","frequency":"daily","time":"18:00"}""");
        var id = await ScheduleTests.OccurrenceAsync(server, schedule, "missed");
        var url = Text(await TestServer.OkAsync(author.PostAsync(Api + "/schedules/feed", null, Cancel)), "url");
        var ics = await server.Anonymous.GetStringAsync(url, Cancel);
        Assert.Contains($"UID:{id}@daybook\r\n", ics, StringComparison.Ordinal);
        Assert.All(ics.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("SUMMARY:Close\\; of\\, business\\\\ with a very long name", ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var other = Text(await TestServer.OkAsync(server.As("viewer").PostAsync(Api + "/schedules/feed", null, Cancel)), "url");
        Assert.DoesNotContain(id, await server.Anonymous.GetStringAsync(other, Cancel), StringComparison.Ordinal);
        var renewed = Text(await TestServer.OkAsync(author.PostAsync(Api + "/schedules/feed", null, Cancel)), "url");
        await TestServer.RefusedAsync(404, "not_found", server.Anonymous.GetAsync(url, Cancel));
        await TestServer.OkAsync(author.DeleteAsync(Api + "/schedules/feed", Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.Anonymous.GetAsync(renewed, Cancel));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();

    private async Task<(TestServer Server, HttpClient Author, string Schedule)> ScheduleAsync(string body)
    {
        var server = await fixture.GetAsync();
        return (server, server.As("author"), await ScheduleTests.NewAsync(server.As("author"), body));
    }

    private static async Task<string> RunAsync(HttpClient author, string schedule, string verb, string body) =>
        Text(await TestServer.OkAsync(author.PostAsync($"{Api}/schedules/{schedule}/{verb}", ScheduleTests.Json(body), Cancel)), "occurrence_id");

    private static Task<JsonElement> BackfillAsync(HttpClient author, string schedule, string body) => TestServer.OkAsync(author.PostAsync($"{Api}/schedules/{schedule}/backfill", ScheduleTests.Json(body), Cancel));

    private static Task<JsonElement> GetAsync(HttpClient client, string path) => TestServer.OkAsync(client.GetAsync(Api + path, Cancel));
}
