using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Schedules that divide their report among recipients, on whole servers.</summary>
public abstract class BurstScheduleTests(ServerFixture fixture) : BurstServerTests(fixture)
{
    [Fact]
    public async Task A_schedule_divides_its_report_and_each_recipient_gets_their_part_when_it_is_due()
    {
        var template = await StartAsync();
        var burst = new
        {
            split = "team", shared = new[] { "calendar", "teams" }, on_no_rows = "note", send_if = "findings | length != 2",
            recipients = Teams.Append("west").Select(team => Recipient(team, new { name = team.ToUpperInvariant(), locale = "de" })),
        };
        string id;
        DateTimeOffset due;
        bool isDue;
        do
        {
            due = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeSeconds());
            id = (await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/schedules", Daily(template, burst, due), Cancel))).GetProperty("schedule_id").GetString()!;
            // One that was saved too late is first due tomorrow.
            isDue = (await TestServer.OkAsync(Author.GetAsync($"{Api}/schedules/{id}", Cancel))).GetProperty("created_at").GetDateTimeOffset() < due;
        }
        while (!isDue);

        JsonElement occurrence;
        do
        {
            await Task.Delay(50, Cancel);
            occurrence = (await TestServer.OkAsync(Author.GetAsync($"{Api}/schedules/{id}/occurrences?to={Uri.EscapeDataString(due.AddSeconds(1).ToString("O"))}", Cancel))).EnumerateArray().FirstOrDefault();
        }
        while (occurrence.ValueKind == JsonValueKind.Undefined || occurrence.GetProperty("state").GetString() is "planned" or "due" or "running");

        Assert.True(occurrence.GetProperty("state").GetString() == "succeeded", occurrence.ToString());
        Assert.Equal(4, occurrence.GetProperty("deliveries").GetProperty("accepted").GetInt32());
        var mails = await MailsAsync(4);
        var date = DateOnly.Parse(occurrence.GetProperty("report_date").GetString()!, CultureInfo.InvariantCulture);
        foreach (var mail in mails)
        {
            OnlyOwn(mail);
            Assert.Contains(date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), mail.TextBody, StringComparison.Ordinal);
        }

        var note = mails.Single(mail => mail.To.Mailboxes.Single().Address == "west@example.com");
        Assert.Empty(note.Attachments);

        var told = await TestServer.OkAsync(Author.GetAsync($"{Api}/occurrences/{occurrence.GetProperty("id").GetString()}", Cancel));
        Assert.Contains("“NORTH” (3 rows): distributed.", told.GetProperty("explanation").EnumerateArray().Select(sentence => sentence.GetString()));
        var divided = await TestServer.OkAsync(Author.GetAsync($"{Api}/bursts/{told.GetProperty("burst_id").GetString()}", Cancel));
        Assert.Equal(occurrence.GetProperty("id").GetString(), divided.GetProperty("occurrence_id").GetString());
        foreach (var part in divided.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("rows").GetInt64() > 0))
            await OnlyOwnAsync(part.GetProperty("key").GetString()!, part.GetProperty("report_id").GetString()!);
        await NothingIsKeptWholeAsync();
    }

    private static object Daily(string template, object burst, DateTimeOffset at) => new
    {
        template_id = template, frequency = "daily", time = at.ToString("HH:mm:ss", CultureInfo.InvariantCulture), timezone = "UTC", export_formats = new[] { "pdf", "html", "markdown", "json" }, burst,
    };

    [Fact]
    public async Task What_is_wrong_with_the_burst_of_a_schedule_is_said_at_once_and_its_parts_are_shown_before_it_is_saved()
    {
        var template = await StartAsync();
        async Task<string> RefusedAsync(object body) => string.Join(
            '\n', (await TestServer.RefusedAsync(422, "invalid_request", Author.PostAsJsonAsync($"{Api}/schedules", body, Cancel))).GetProperty("errors").EnumerateArray().Select(error => $"\"{error.GetProperty("field").GetString()}\" {error.GetProperty("message").GetString()}"));
        var form = await RefusedAsync(new
        {
            template_id = template, frequency = "daily", time = "18:00", distribution = new { mail = new[] { "a@example.com" } }, send_if = "1 == 1", require_approval = true, on_partial = "hold",
            burst = new { split = "", on_no_rows = "skp", send_if = "{{ x }}", recipents = Array.Empty<object>(), recipients = new object[] { new { key = new[] { 1 } }, new { key = "north", distribution = new { mail = new[] { "no address" } } } } },
        });
        string[] places =
        [
            "\"distribution\"", "\"send_if\"", "require_approval", "on_partial", "burst.split", "burst.on_no_rows", "did you mean 'skip'", "burst.send_if", "did you mean 'recipients'", "burst.recipients[0].key",
            "burst.recipients[0].distribution", "burst.recipients[1].distribution.mail",
        ];
        Assert.All(places, place => Assert.Contains(place, form, StringComparison.Ordinal));
        var fit = await RefusedAsync(Daily(template, new { split = "team", shared = new[] { "nope" }, recipients = new[] { Recipient("north", new { timezone = "Mars/Olympus", locale = "de-XX" }), Recipient("south", new { export_formats = new[] { "scroll" } }) } }, DateTimeOffset.UnixEpoch));
        Assert.All(["burst.shared", "burst.recipients[0].timezone", "of this language there are de, de-AT, de-CH", "burst.recipients[1].export_formats"], place => Assert.Contains(place, fit, StringComparison.Ordinal));

        var burst = new { split = "team", shared = new[] { "calendar", "teams" }, recipients = new[] { Recipient("north", new { timezone = "Asia/Tokyo" }) } };
        var shown = (await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/schedules/dry-run", new { frequency = "daily", time = "18:00", burst }, Cancel))).GetProperty("burst");
        Assert.Equal(("team", "north", "Asia/Tokyo"), (shown.GetProperty("split").GetString(), shown.GetProperty("parts")[0].GetProperty("key").GetString(), shown.GetProperty("parts")[0].GetProperty("timezone").GetString()));
        var saved = await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/schedules", Daily(template, burst, DateTimeOffset.UnixEpoch), Cancel));
        var path = $"{Api}/schedules/{saved.GetProperty("schedule_id").GetString()}";
        await TestServer.OkAsync(Author.PutAsJsonAsync(path, new { name = "Still divided" }, Cancel));
        Assert.Equal("north", (await TestServer.OkAsync(Author.GetAsync(path, Cancel))).GetProperty("burst").GetProperty("recipients")[0].GetProperty("key").GetString());
        await TestServer.OkAsync(Author.PutAsJsonAsync(path, new { burst = (object?)null, distribution = new { mail = new[] { "a@example.com" } } }, Cancel));
        Assert.Equal(JsonValueKind.Null, (await TestServer.OkAsync(Author.GetAsync(path, Cancel))).GetProperty("burst").ValueKind);
    }
}
