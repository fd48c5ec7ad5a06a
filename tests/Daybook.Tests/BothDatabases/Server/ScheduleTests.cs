using System.Net.Http.Json;
using System.Text.Json;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class ScheduleTests(ServerFixture fixture)
{
    private const string Schedules = "/api/v1/cob/schedules";

    private static int _count;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_guides_body_is_taken_as_it_is()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var template = await TemplateAsync(author);
        var saved = await TestServer.OkAsync(author.PostAsJsonAsync(
            Schedules,
            new { template_id = template, frequency = "monthly", time = "09:30", timezone = "Europe/Paris", parameters = new { }, export_formats = new[] { "markdown", "pdf" }, distribution = new { } },
            Cancel));
        Assert.Equal("Schedule created successfully", saved.GetProperty("message").GetString());
        var id = saved.GetProperty("schedule_id").GetString();
        var schedule = await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel));
        Assert.Equal("""{"rule":{"type":"monthly","on":"day","day":1},"times":["09:30"],"zone":"Europe/Paris"}""", Compact(schedule.GetProperty("definition")));
        Assert.Equal(("monthly", "09:30", "Europe/Paris"), (schedule.GetProperty("frequency").GetString(), schedule.GetProperty("time").GetString(), schedule.GetProperty("timezone").GetString()));
        Assert.Equal("""["markdown","pdf"]""", Compact(schedule.GetProperty("export_formats")));
        var list = await TestServer.OkAsync(author.GetAsync(Schedules + "?limit=200", Cancel));
        Assert.Contains(list.EnumerateArray(), listed => listed.GetProperty("id").GetString() == id);

        var changed = await TestServer.OkAsync(author.PutAsJsonAsync($"{Schedules}/{id}", new { frequency = "weekly", time = "18:00" }, Cancel));
        Assert.Equal("Schedule updated successfully", changed.GetProperty("message").GetString());
        Assert.Equal("every Monday at 18:00 in Europe/Paris", changed.GetProperty("words").GetString());
        var deleted = await TestServer.OkAsync(author.DeleteAsync($"{Schedules}/{id}", Cancel));
        Assert.Equal("Schedule deleted successfully", deleted.GetProperty("message").GetString());
        await TestServer.RefusedAsync(404, "not_found", author.GetAsync($"{Schedules}/{id}", Cancel));
        await TestServer.RefusedAsync(404, "not_found", author.DeleteAsync($"{Schedules}/{id}", Cancel));
    }

    [Fact]
    public async Task An_extended_body_keeps_its_rule_and_its_policies()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var saved = await TestServer.OkAsync(author.PostAsJsonAsync(
            Schedules,
            new
            {
                template_id = await TemplateAsync(author), name = "Close", rule = new { type = "daily" }, times = new[] { "close" }, after_close_minutes = 30, zone = "America/New_York", calendar = "nyse",
                misfire = "run_all", send_if = "findings.critical > 0", on_partial = "hold", max_attempts = 5, priority = 10,
            },
            Cancel));
        Assert.Contains("16:30", saved.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Null, saved.GetProperty("next_run_at").ValueKind);
        var schedule = await TestServer.OkAsync(author.GetAsync($"{Schedules}/{saved.GetProperty("schedule_id")}", Cancel));
        Assert.Equal(("Close", 10), (schedule.GetProperty("name").GetString(), schedule.GetProperty("priority").GetInt32()));
        var policies = schedule.GetProperty("policies");
        Assert.Equal(("hold", "findings.critical > 0", 5), (policies.GetProperty("on_partial").GetString(), policies.GetProperty("send_if").GetString(), policies.GetProperty("max_attempts").GetInt32()));
    }

    [Theory]
    [InlineData("""{"time":"18:15"}""", "every Tuesday and Friday at 18:15 in Europe/Paris")]
    [InlineData("""{"times":["08:00","20:00"]}""", "every Tuesday and Friday at 08:00 and 20:00 in Europe/Paris")]
    [InlineData("""{"timezone":"Asia/Tokyo"}""", "every Tuesday and Friday at 09:00 in Asia/Tokyo")]
    [InlineData("""{"frequency":"weekly","time":"10:00"}""", "every Tuesday and Friday at 10:00 in Europe/Paris")]
    [InlineData("""{"days_of_week":["SU"]}""", "every Sunday at 09:00 in Europe/Paris")]
    [InlineData("""{"frequency":"daily"}""", "every day at 09:00 in Europe/Paris")]
    [InlineData("""{"rule":{"type":"cron","expr":"0 18 LW * *"}}""", "on the last weekday (Monday to Friday) of every month at 18:00 in Europe/Paris")]
    public async Task Only_what_is_sent_changes(string sent, string words)
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var id = await NewAsync(author, """{"frequency":"weekly","days_of_week":["TU","FR"],"time":"09:00","timezone":"Europe/Paris","name":"Kept","priority":7}""");
        var changed = await TestServer.OkAsync(author.PutAsync($"{Schedules}/{id}", Json(sent), Cancel));
        Assert.Equal(words, changed.GetProperty("words").GetString());
        var schedule = await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel));
        Assert.Equal(("Kept", 7, 2), (schedule.GetProperty("name").GetString(), schedule.GetProperty("priority").GetInt32(), schedule.GetProperty("version").GetInt32()));
    }

    [Theory]
    [InlineData("""{"frequency":"daily","time":"25:00"}""", "time", "'25:00' is not a time of day")]
    [InlineData("""{"frequency":"daily","time":"18:00","timezone":"Europe/Amsterdm"}""", "timezone", "no time zone 'Europe/Amsterdm'")]
    [InlineData("""{"frequency":"daily","time":"18:00","timezone":"EST"}""", "timezone", "an abbreviation")]
    [InlineData("""{"rule":{"type":"yearly","month":2,"day":31},"times":["18:00"],"zone":"UTC"}""", "rule.day", "February never has a day 31")]
    [InlineData("""{"rule":{"type":"cron","expr":"0 18 * * FRX"},"zone":"UTC"}""", "rule.expr", "column 10: 'FRX'")]
    [InlineData("""{"rule":{"type":"rrule","rrule":"FREQ=DAILY;BYDAY=XX","dtstart":"2026-01-01"},"times":["18:00"],"zone":"UTC"}""", "rule.rrule", "column 18: 'XX'")]
    [InlineData("""{"frequency":"daily","time":"18:00","start_date":"2026-05-02","end_date":"2026-05-01"}""", "end_date", "lies before the start date")]
    [InlineData("""{"rule":{"type":"cron","expr":"0 0 30 2 *"},"zone":"UTC"}""", "rule", "never fires")]
    [InlineData("""{"frequency":"daily","time":"18:00","end_date":"2020-05-01"}""", "rule", "nothing falls due any more")]
    [InlineData("""{"rule":{"type":"rrule","rrule":"FREQ=DAILY;UNTIL=20200101","dtstart":"2019-01-01"},"times":["18:00"],"zone":"UTC"}""", "rule", "nothing falls due any more")]
    [InlineData("""{"frequency":"daily","time":"18:00","calender":"nyse"}""", "calender", "did you mean 'calendar'?")]
    [InlineData("""{"frequency":"daily","time":"18:00","calendar":"nysee"}""", "calendar", "did you mean 'nyse'?")]
    [InlineData("""{"frequency":"daily","time":"18:00","send_if":"findings >"}""", "send_if", "column 11: unexpected end of the expression")]
    [InlineData("""{"frequency":"daily","time":"18:00","export_formats":["scroll"]}""", "export_formats", "is no format")]
    [InlineData("""{"frequency":"daily","time":"18:00","distribution":{"pigeon":["a"]}}""", "distribution.pigeon", "no channel 'pigeon'")]
    [InlineData("""{"frequency":"daily","time":"18:00","max_attempts":0}""", "max_attempts", "from 1 to 20")]
    public async Task Mistakes_are_named_where_they_are(string body, string field, string words)
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", author.PostAsync(Schedules, Json(With(body, await TemplateAsync(author))), Cancel));
        var error = refused.GetProperty("errors").EnumerateArray().First(found => found.GetProperty("field").GetString() == field);
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_that_has_ended_may_be_renamed_and_begun_again_but_not_changed_to_another_end_that_is_past()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var id = await NewAsync(author, """{"frequency":"daily","time":"18:00","end_date":"2099-12-31"}""");
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            var ended = new Json("""{"rule":{"type":"daily"},"times":["18:00"],"zone":"UTC","end_date":"2020-12-31"}""");
            await session.ExecuteAsync("update cob_report_schedules set definition = @ended where id = @id", new { ended, id = new ScheduleId(Guid.Parse(id)) }, Cancel);
            await session.CommitAsync(Cancel);
        }

        var renamed = await TestServer.OkAsync(author.PutAsync($"{Schedules}/{id}", Json("""{"name":"Over"}"""), Cancel));
        Assert.Equal(["rule", "distribution"], renamed.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("field").GetString()));
        await TestServer.RefusedAsync(422, "invalid_request", author.PutAsync($"{Schedules}/{id}", Json("""{"end_date":"2021-12-31"}"""), Cancel));
        var begun = await TestServer.OkAsync(author.PutAsync($"{Schedules}/{id}", Json("""{"end_date":"2099-12-31"}"""), Cancel));
        Assert.Contains("sent to nobody", Assert.Single(begun.GetProperty("warnings").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_nothing_is_kept()
    {
        var server = await fixture.GetAsync();
        Assert.Equal(
            ["priority", "send_if", "template_id", "time", "timezone", "unknown"],
            await FieldsAsync(server.As("author"), """{"frequency":"daily","time":"25:00","timezone":"Mars/Base","template_id":5,"priority":1000,"send_if":"{{ x }}","unknown":1}"""));
    }

    [Fact]
    public async Task What_does_not_fit_the_template_is_told_with_everything_else()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        const string wrong = """{"frequency":"daily","time":"25:00","parameters":{"nobody_asked":1},"export_formats":["pfd"],"start_date":"2026-05-02","end_date":"2026-05-01"}""";
        Assert.Equal(["end_date", "export_formats", "parameters.nobody_asked", "time"], await FieldsAsync(author, With(wrong, await TemplateAsync(author))));
        Assert.Equal(["end_date", "export_formats", "template_id", "time"], await FieldsAsync(author, With(wrong, Guid.Empty.ToString())));
        await TestServer.RefusedAsync(404, "not_found", author.PostAsync(Schedules, Json(With("""{"frequency":"daily","time":"18:00"}""", Guid.Empty.ToString())), Cancel));
    }

    [Fact]
    public async Task A_dry_run_tells_all_mistakes_at_once()
    {
        var server = await fixture.GetAsync();
        Assert.Equal(
            ["burst", "count", "distribution", "from", "time", "viewer_zone"],
            (await FieldsAsync(server.As("viewer"), """{"frequency":"daily","time":"25:00","count":0,"viewer_zone":"Mars","from":"yesterday","burst":{},"distribution":{"pigeon":["a"]}}""", "/dry-run")).Select(field => field!.Split('.')[0]).Distinct());
    }

    [Fact]
    public async Task A_put_takes_known_fields_alone_and_no_stale_edit()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var id = await NewAsync(author, """{"frequency":"daily","time":"18:00"}""");
        await TestServer.RefusedAsync(422, "invalid_request", author.PutAsync($"{Schedules}/{id}", Json("""{"created_by":"me"}"""), Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Schedules}/{id}") { Content = Json("""{"time":"19:00"}"""), Headers = { { "If-Match", "\"7\"" } } };
        using var stale = await author.SendAsync(request, Cancel);
        Assert.Equal("urn:daybook:problem:stale_edit", (await TestServer.JsonAsync(stale)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Others_do_not_see_it_and_operators_do()
    {
        var server = await fixture.GetAsync();
        var id = await NewAsync(server.As("author"), """{"frequency":"daily","time":"18:00"}""");
        using var other = await server.AddUserAsync($"other{Interlocked.Increment(ref _count)}", "author");
        await TestServer.RefusedAsync(404, "not_found", other.GetAsync($"{Schedules}/{id}", Cancel));
        Assert.Empty((await TestServer.OkAsync(other.GetAsync(Schedules, Cancel))).EnumerateArray());
        await TestServer.RefusedAsync(404, "not_found", other.PutAsync($"{Schedules}/{id}", Json("""{"time":"19:00"}"""), Cancel));
        await TestServer.OkAsync(server.As("operator").PutAsync($"{Schedules}/{id}", Json("""{"time":"19:00"}"""), Cancel));
        await TestServer.RefusedAsync(404, "not_found", other.PostAsync(Schedules, Json(With("""{"frequency":"daily","time":"18:00"}""", await TemplateAsync(server.As("author")))), Cancel));
    }

    [Fact]
    public async Task A_dry_run_shows_three_zones_flags_and_what_does_not_run_and_writes_nothing()
    {
        var server = await fixture.GetAsync();
        var shown = await TestServer.OkAsync(server.As("viewer").PostAsync(
            Schedules + "/dry-run", Json("""{"rule":{"type":"daily"},"times":["02:30"],"zone":"America/New_York","viewer_zone":"Asia/Tokyo","count":2,"from":"2026-03-07T12:00:00Z"}"""), Cancel));
        Assert.Equal(
            ["2026-03-08 2026-03-08T07:00:00Z 2026-03-08T03:00:00-04:00 2026-03-08T16:00:00+09:00 gap", "2026-03-09 2026-03-09T06:30:00Z 2026-03-09T02:30:00-04:00 2026-03-09T15:30:00+09:00 "],
            shown.GetProperty("occurrences").EnumerateArray().Select(row => $"{row.GetProperty("business_date")} {row.GetProperty("due_at")} {row.GetProperty("wall_time")} {row.GetProperty("viewer_time")} {string.Join(' ', row.GetProperty("adjustments").EnumerateArray())}"));
        Assert.Contains("sent to nobody", Assert.Single(shown.GetProperty("warnings").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
        var holidays = await TestServer.OkAsync(server.As("viewer").PostAsync(
            Schedules + "/dry-run", Json("""{"frequency":"daily","time":"18:00","timezone":"America/New_York","calendar":"nyse","count":2,"from":"2026-11-25T12:00:00Z"}"""), Cancel));
        Assert.Equal(["", "holiday", ""], holidays.GetProperty("occurrences").EnumerateArray().Select(row => row.GetProperty("reason").GetString() ?? ""));
    }

    [Fact]
    public async Task A_dry_run_of_a_change_tells_the_difference_to_the_present_plan()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var id = await NewAsync(author, """{"frequency":"weekly","time":"18:00"}""");
        var shown = await TestServer.OkAsync(author.PostAsync(Schedules + "/dry-run", Json($$"""{"schedule_id":"{{id}}","timezone":"Asia/Tokyo","from":"2026-05-01T00:00:00Z","count":1}"""), Cancel));
        Assert.Equal("moved 2026-05-04 18:00:00 2026-05-04T18:00:00Z 2026-05-04T09:00:00Z", Changes(shown).First());
        var same = await TestServer.OkAsync(author.PostAsync(Schedules + "/dry-run", Json($$"""{"schedule_id":"{{id}}","name":"Other"}"""), Cancel));
        Assert.Empty(Changes(same));
        var next = await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}/next?n=3&viewer_zone=Asia/Tokyo", Cancel));
        Assert.Equal((3, "UTC", "Asia/Tokyo"), (next.GetProperty("occurrences").GetArrayLength(), next.GetProperty("zone").GetString(), next.GetProperty("viewer_zone").GetString()));
    }

    [Fact]
    public async Task A_pause_says_who_why_and_until_when_and_its_end_needs_a_choice()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var id = await NewAsync(author, """{"frequency":"daily","time":"18:00"}""");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", author.PostAsync($"{Schedules}/{id}/pause", Json("""{"until":"2099-01-01T00:00:00"}"""), Cancel));
        Assert.Equal("until", refused.GetProperty("errors")[0].GetProperty("field").GetString());
        var without = await TestServer.RefusedAsync(422, "invalid_request", author.PostAsync($"{Schedules}/{id}/pause", Json("""{"note":" ","until":"2001-01-01T00:00:00Z"}"""), Cancel));
        Assert.Equal(["note", "until"], without.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        await TestServer.OkAsync(author.PostAsync($"{Schedules}/{id}/pause", Json("""{"note":"Moving house","until":"2099-01-01T00:00:00Z"}"""), Cancel));
        var paused = (await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel))).GetProperty("paused");
        Assert.Equal(("author", "Moving house", "2099-01-01T00:00:00+00:00"), (paused.GetProperty("by").GetString(), paused.GetProperty("note").GetString(), paused.GetProperty("until").GetString()));
        await TestServer.RefusedAsync(409, "not_possible_now", author.PostAsync($"{Schedules}/{id}/pause", Json("""{"note":"Twice"}"""), Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", author.PostAsync($"{Schedules}/{id}/resume", Json("{}"), Cancel));
        await TestServer.OkAsync(author.PostAsync($"{Schedules}/{id}/resume", Json("""{"mode":"skip"}"""), Cancel));
        Assert.Equal(JsonValueKind.Null, (await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel))).GetProperty("paused").ValueKind);
    }

    [Fact]
    public async Task A_deleted_template_pauses_its_schedules_with_a_reason_and_their_owner_is_told()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var template = await TemplateAsync(author);
        var id = (await TestServer.OkAsync(author.PostAsync(Schedules, Json(With("""{"frequency":"daily","time":"18:00"}""", template)), Cancel))).GetProperty("schedule_id").GetString();
        await TestServer.OkAsync(author.DeleteAsync($"/api/v1/cob/templates/{template}", Cancel));
        var schedule = await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel));
        Assert.Equal("template_inactive", schedule.GetProperty("flag").GetString());
        Assert.Matches("^The template '.+' was deleted.$", schedule.GetProperty("paused").GetProperty("note").GetString());
        await using var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        var notice = await session.GetAsync<string>("select text from notices where schedule_id = @id", new { id = new ScheduleId(Guid.Parse(id!)) }, Cancel);
        Assert.EndsWith("The schedule is paused; give it another template, or delete it.", notice, StringComparison.Ordinal);
        foreach (var (deed, body) in new[] { ("resume", """{"mode":"skip"}"""), ("run", "{}"), ("test-run", "{}") })
        {
            var refused = await TestServer.RefusedAsync(409, "not_possible_now", author.PostAsync($"{Schedules}/{id}/{deed}", Json(body), Cancel));
            Assert.Equal("The schedule cannot run as it is: its template is no longer active; give it another, or activate the template.", refused.GetProperty("detail").GetString());
        }

        await TestServer.OkAsync(author.PutAsJsonAsync($"/api/v1/cob/templates/{template}", new { is_active = true }, Cancel));
        Assert.Equal(JsonValueKind.Null, (await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel))).GetProperty("flag").ValueKind);
        await TestServer.OkAsync(author.PostAsync($"{Schedules}/{id}/resume", Json("""{"mode":"skip"}"""), Cancel));
    }

    [Fact]
    public async Task A_pause_that_would_end_by_itself_lasts_once_the_template_is_deleted()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var template = await TemplateAsync(author);
        var id = (await TestServer.OkAsync(author.PostAsync(Schedules, Json(With("""{"frequency":"daily","time":"18:00"}""", template)), Cancel))).GetProperty("schedule_id").GetString();
        await TestServer.OkAsync(author.PostAsync($"{Schedules}/{id}/pause", Json("""{"note":"Moving house","until":"2099-01-01T00:00:00Z"}"""), Cancel));
        await TestServer.OkAsync(author.DeleteAsync($"/api/v1/cob/templates/{template}", Cancel));
        var paused = (await TestServer.OkAsync(author.GetAsync($"{Schedules}/{id}", Cancel))).GetProperty("paused");
        Assert.Equal(JsonValueKind.Null, paused.GetProperty("until").ValueKind);
        Assert.EndsWith("was deleted. Paused before: Moving house", paused.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A run of the schedule, put into a state in which no node takes it.</summary>
    internal static async Task<string> OccurrenceAsync(TestServer server, string schedule, string state)
    {
        var run = await TestServer.OkAsync(server.Admin.PostAsync($"{Schedules}/{schedule}/run", Json("""{"business_date":"2026-05-04"}"""), Cancel));
        var id = run.GetProperty("occurrence_id").GetString()!;
        await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        await session.ExecuteAsync(
            "update occurrences set state = @state, run_at = '2999-01-01T00:00:00.000000Z', step = 'none', lease_owner = null, lease_until = null, fence = fence + 1000 where id = @id",
            new { id = new OccurrenceId(Guid.Parse(id)), state },
            Cancel);
        await session.CommitAsync(Cancel);
        return id;
    }

    private static async Task<IEnumerable<string?>> FieldsAsync(HttpClient caller, string body, string route = "")
    {
        var refused = await TestServer.RefusedAsync(422, "invalid_request", caller.PostAsync(Schedules + route, Json(body), Cancel));
        return refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order(StringComparer.Ordinal);
    }

    internal static async Task<string> TemplateAsync(HttpClient author) =>
        await ReportTests.TemplateAsync(author, $"Scheduled {Interlocked.Increment(ref _count)}", ReportTests.Config(user: "author", reports: ["user:author"]));

    internal static async Task<string> NewAsync(HttpClient author, string body)
    {
        var saved = await TestServer.OkAsync(author.PostAsync(Schedules, Json(With(body, await TemplateAsync(author))), Cancel));
        return saved.GetProperty("schedule_id").GetString()!;
    }

    internal static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static string With(string body, string template) => $"{{\"template_id\":\"{template}\",{body[1..]}";

    private static IEnumerable<string> Changes(JsonElement answer) => answer.GetProperty("difference").EnumerateArray()
        .Select(change => $"{change.GetProperty("change")} {change.GetProperty("nominal_date")} {change.GetProperty("slot")} {change.GetProperty("before")} {change.GetProperty("after")}");

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
