using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using UglyToad.PdfPig;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>One report divided among recipients by whole servers, and sent to a mail server.</summary>
public abstract class BurstTests(ServerFixture fixture) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob";

    private static readonly string[] Teams = ["north", "south", "east"];

    private readonly ScriptedSmtpServer _mail = new() { Extensions = ["SIZE 20000000", "8BITMIME"] };
    private TestServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient Author => _server.As("author");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await _mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A server with a file of findings: each row has the word of its team, which nobody else may ever see.</summary>
    private async Task<string> StartAsync(string? extraRow = null, object? datasets = null)
    {
        _server = await fixture.StartAsync(
            null,
            ("Channels:mail:Kind", "email"), ("Channels:mail:Host", "127.0.0.1"), ("Channels:mail:Port", _mail.Port.ToString(CultureInfo.InvariantCulture)), ("Channels:mail:Security", "none"),
            ("Channels:mail:From", "Daybook <reports@example.com>"), ("Hosting:PublicAddress", "https://reports.example.com"));
        var sources = Directory.CreateDirectory(Path.Combine(_server.Folder, "sources")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(sources, "findings.csv"),
            "team,finding,hits\n" + string.Concat(Teams.SelectMany(team => Enumerable.Range(1, 3).Select(i => $"{team},{Canary(team)} found {i},{i}\n"))) + (extraRow is null ? "" : extraRow + "\n"), Cancel);
        await File.WriteAllTextAsync(Path.Combine(sources, "teams.csv"), "code,mail,tz\nnorth,north@example.com,Europe/London\nsouth,south@example.com,\neast,east@example.com,Asia/Tokyo\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(sources, "calendar.json"), "{\"holiday\":\"no holiday\"}", Cancel);
        return await ReportTests.TemplateAsync(Author, "Findings by team", Config(datasets ?? new
        {
            findings = new { source = "file", path = "findings.csv" }, teams = new { source = "file", path = "teams.csv" }, calendar = new { source = "file", path = "calendar.json" },
        }));
    }

    private static object Config(object datasets) => new
    {
        metadata = new { permissions = new { read = new[] { "user:author" }, write = Array.Empty<string>(), reports = Array.Empty<string>() } },
        datasets,
        parameters = new { team = new { type = "text", @default = "all" } },
        blocks = new object[]
        {
            new { id = "summary", type = "data_block", order = 1, title = "Summary", template = "{{ findings | length }} findings of {{ team }}; {{ calendar.holiday }}.\n\n{% for row in findings %}- {{ row.finding }}\n{% endfor %}" },
            new { id = "chart", type = "visualization_block", order = 2, title = "Hits", data_sources = new[] { "findings" }, config = new { chart_type = "bar", data_source = "findings", x = "finding", y = new[] { "hits" } } },
        },
    };

    private static string Canary(string team) => $"canary{team}word";

    private static Dictionary<string, object?> Recipient(string team, object? more = null) => new(
        JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject().Select(field => KeyValuePair.Create(field.Name, (object?)field.Value)))
    {
        ["key"] = team, ["distribution"] = new { mail = new { recipients = new[] { $"{team}@example.com" }, artifacts = new { pdf = "attach", html = "attach", markdown = "attach", json = "attach" } } },
    };

    private Task<JsonElement> OrderAsync(string template, object burst) => TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/bursts", Body(template, burst), Cancel));

    private static object Body(string template, object burst) => new
    {
        report = new { template_id = template, report_date = "2026-05-04", export_formats = new[] { "pdf", "html", "markdown", "json" }, export_options = new { pdf = new { attach_data = true } } }, burst,
    };

    private async Task<JsonElement> FinishAsync(JsonElement ordered)
    {
        while (true)
        {
            var burst = await TestServer.OkAsync(Author.GetAsync($"{Api}/bursts/{ordered.GetProperty("burst_id").GetString()}", Cancel));
            if (burst.GetProperty("state").GetString() is not ("waiting" or "running"))
                return burst;
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<List<MimeMessage>> MailsAsync(int count)
    {
        while (_mail.Mails.Count < count)
            await Task.Delay(20, Cancel);
        return [.. _mail.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel))];
    }

    private static Dictionary<string, string> Parts(JsonElement burst) => burst.GetProperty("parts").EnumerateArray().ToDictionary(
        part => part.GetProperty("key").GetString()!, part => $"{part.GetProperty("state").GetString()} {part.GetProperty("reason_code").GetString()}".TrimEnd());

    [Fact]
    public async Task Nothing_of_others_is_in_any_artifact_mail_snapshot_or_log()
    {
        var template = await StartAsync();
        var burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar", "teams" }, recipients = Teams.Select(team => Recipient(team)) }));
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        var reports = burst.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("key").GetString()!, part => part.GetProperty("report_id").GetString()!);
        foreach (var (team, report) in reports)
            await OnlyOwnAsync(team, report);
        foreach (var mail in await MailsAsync(Teams.Length))
        {
            Assert.NotEmpty(mail.Attachments);
            OnlyOwn(mail);
        }

        await NothingIsKeptWholeAsync();
        var log = await Author.GetAsync($"{Api}/audit/export", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, log.StatusCode);
        var audit = await (await _server.Admin.GetAsync($"{Api}/audit/export", Cancel)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("burst.finished", audit, StringComparison.Ordinal);
        Assert.All(Teams, team => Assert.DoesNotContain(Canary(team), audit, StringComparison.Ordinal));
    }

    private static void OnlyOwn(MimeMessage mail)
    {
        var team = mail.To.Mailboxes.Single().Address.Split('@')[0];
        Foreign(team, mail.ToString(), "mail");
        foreach (var part in mail.BodyParts.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content, Cancel);
            NothingForeign(team, content.ToArray(), part.ContentType.MimeType);
        }
    }

    private async Task OnlyOwnAsync(string team, string report)
    {
        var contents = _server.Services.GetRequiredService<ContentStore>();
        await using var session = await _server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        var stored = await session.GetAsync<(string Snapshot, string Document)>("select snapshot_sha256, document_sha256 from cob_generated_reports where id = @id", new { id = new ReportId(Guid.Parse(report)) }, Cancel);
        OnlyOwn(team, Encoding.UTF8.GetString(await contents.ReadAsync(session, stored.Snapshot, Cancel)), "snapshot");
        OnlyOwn(team, Encoding.UTF8.GetString(await contents.ReadAsync(session, stored.Document, Cancel)), "document");
        var exports = (await TestServer.OkAsync(Author.GetAsync($"{Api}/reports/{report}", Cancel))).GetProperty("exports").EnumerateArray().ToList();
        Assert.Equal(4, exports.Count);
        foreach (var export in exports)
        {
            var bytes = await Author.GetByteArrayAsync($"{Api}/exports/{export.GetProperty("id").GetString()}/download", Cancel);
            NothingForeign(team, bytes, export.GetProperty("format").GetString()!);
            OnlyOwn(team, export.GetProperty("format").GetString() == "pdf" ? Letters(bytes) : Encoding.UTF8.GetString(bytes), export.GetProperty("format").GetString()!);
        }
    }

    /// <summary>Whatever the server keeps holds the rows of one team at most: the data as a whole is nowhere.</summary>
    private async Task NothingIsKeptWholeAsync()
    {
        var contents = _server.Services.GetRequiredService<ContentStore>();
        await using var session = await _server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        var all = await session.ListAsync<string>("select sha256 from contents", null, Cancel);
        Assert.NotEmpty(all);
        foreach (var sha256 in all)
        {
            var bytes = await contents.ReadAsync(session, sha256, Cancel);
            var text = string.Concat(Encoding.UTF8.GetString(bytes), string.Concat(Inflated(bytes)));
            Assert.InRange(Teams.Count(team => text.Contains(Canary(team), StringComparison.Ordinal)), 0, 1);
        }
    }

    private static void OnlyOwn(string team, string text, string what)
    {
        Assert.True(text.Contains(Canary(team), StringComparison.Ordinal), $"The {what} of {team} lacks their rows.");
        Foreign(team, text, what);
    }

    /// <summary>As it is, and with every packed part of it unpacked.</summary>
    private static void NothingForeign(string team, byte[] bytes, string what)
    {
        Foreign(team, Encoding.UTF8.GetString(bytes), what);
        foreach (var inside in Inflated(bytes))
            Foreign(team, inside, what);
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            Foreign(team, Letters(bytes), what);
    }

    private static void Foreign(string team, string text, string what) => Assert.All(
        Teams.Where(other => other != team), other => Assert.False(text.Contains(Canary(other), StringComparison.Ordinal), $"The {what} of {team} holds rows of {other}."));

    private static string Letters(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return string.Concat(file.GetPages().Select(page => page.Text));
    }

    private static IEnumerable<string> Inflated(byte[] bytes)
    {
        for (var at = bytes.AsSpan().IndexOf("stream\n"u8); at >= 0 && bytes.AsSpan().StartsWith("%PDF"u8);)
        {
            string inside;
            try
            {
                using var zip = new ZLibStream(new MemoryStream(bytes, at + 7, bytes.Length - at - 7), CompressionMode.Decompress);
                using var text = new MemoryStream();
                zip.CopyTo(text);
                inside = Encoding.UTF8.GetString(text.ToArray());
            }
            catch (InvalidDataException)
            {
                inside = "";
            }

            yield return inside;
            var next = bytes.AsSpan(at + 7).IndexOf("stream\n"u8);
            at = next < 0 ? -1 : at + 7 + next;
        }
    }

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
        DateTimeOffset? next;
        do
        {
            var saved = await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/schedules", Daily(template, burst, TimeProvider.System.GetUtcNow().AddSeconds(2)), Cancel));
            (id, next) = (saved.GetProperty("schedule_id").GetString()!, saved.GetProperty("next_run_at").GetDateTimeOffset());
        }
        while (next - TimeProvider.System.GetUtcNow() > TimeSpan.FromMinutes(1));

        JsonElement occurrence;
        do
        {
            await Task.Delay(50, Cancel);
            occurrence = (await TestServer.OkAsync(Author.GetAsync($"{Api}/schedules/{id}/occurrences?to={Uri.EscapeDataString(next.Value.AddSeconds(1).ToString("O"))}", Cancel))).EnumerateArray().FirstOrDefault();
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

    [Fact]
    public async Task Five_thousand_recipients_of_whom_three_have_rows_make_three_reports()
    {
        var template = await StartAsync();
        var many = Enumerable.Range(0, 4997).Select(i => new { key = (object)i, distribution = new { mail = new[] { $"person{i}@example.com" } } });
        var burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar", "teams" }, recipients = Teams.Select(team => (object)Recipient(team)).Concat(many) }));
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        Assert.Equal((5000, 3, 4997), (burst.GetProperty("parts").GetArrayLength(), Parts(burst).Values.Count(state => state == "distributed"), Parts(burst).Values.Count(state => state == "skipped no_rows")));
        Assert.Equal("4996", burst.GetProperty("parts")[4999].GetProperty("key").GetString());
    }

    [Fact]
    public async Task A_report_that_is_made_again_is_divided_again()
    {
        var template = await StartAsync();
        var burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar", "teams" }, recipients = new[] { Recipient("north") } }));
        var first = burst.GetProperty("parts")[0].GetProperty("report_id").GetString();
        var again = await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/reports/{first}/rerun", new { }, Cancel));
        var report = again.GetProperty("report_id").GetString()!;
        await ReportTests.FinishAsync(Author, report);
        await OnlyOwnAsync("north", report);
    }

    [Fact]
    public async Task Recipients_may_stand_in_a_dataset_that_none_of_them_sees()
    {
        var template = await StartAsync();
        var burst = await FinishAsync(await OrderAsync(template, new
        {
            split = "team", shared = new[] { "calendar" }, recipients_from = new { dataset = "teams", key = "code", channel = "mail", address = "mail", timezone = "tz" },
        }));
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        Assert.Equal(["east distributed", "north distributed", "south distributed"], Parts(burst).Select(part => $"{part.Key} {part.Value}").Order());
        var mails = await MailsAsync(3);
        Assert.Equal(["east@example.com", "north@example.com", "south@example.com"], mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        foreach (var part in burst.GetProperty("parts").EnumerateArray())
        {
            var report = await TestServer.OkAsync(Author.GetAsync($"{Api}/reports/{part.GetProperty("report_id").GetString()}", Cancel));
            Assert.Equal(part.GetProperty("key").GetString() switch { "north" => "Europe/London", "east" => "Asia/Tokyo", _ => "UTC" }, report.GetProperty("timezone").GetString());
            await using var session = await _server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
            var sha256 = await session.GetAsync<string>("select snapshot_sha256 from cob_generated_reports where id = @id", new { id = new ReportId(part.GetProperty("report_id").GetGuid()) }, Cancel);
            Assert.DoesNotContain("@example.com", Encoding.UTF8.GetString(await _server.Services.GetRequiredService<ContentStore>().ReadAsync(session, sha256, Cancel)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rows_without_recipient_are_an_alarm_and_the_others_are_sent()
    {
        var template = await StartAsync(extraRow: ",nobody's,1");
        var burst = await FinishAsync(await OrderAsync(template, new
        {
            split = "team", shared = new[] { "calendar", "teams" }, recipients = new[] { Recipient("north") }, alarm = new { mail = new[] { "ops@example.com" } },
        }));
        Assert.Equal("completed_with_errors", burst.GetProperty("state").GetString());
        Assert.Equal(["1 ", "3 east", "3 south"], burst.GetProperty("without_recipient").EnumerateArray().Select(key => $"{key.GetProperty("rows").GetInt64()} {(key.TryGetProperty("key", out var named) ? named.GetString() : "")}").Order(StringComparer.Ordinal));
        var alarm = (await MailsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "ops@example.com");
        Assert.Contains("3 rows of “south” have no recipient", alarm.TextBody!, StringComparison.Ordinal);
        Assert.All(Teams, team => Assert.DoesNotContain(Canary(team), alarm.TextBody!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_rows_is_left_out_with_a_record_or_told_so()
    {
        var template = await StartAsync();
        object[] recipients = [Recipient("north"), Recipient("south"), Recipient("east"), Recipient("west")];
        var skipped = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar", "teams" }, recipients }));
        Assert.Equal("skipped no_rows", Parts(skipped)["west"]);
        Assert.Equal("completed", skipped.GetProperty("state").GetString());
        var sent = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar", "teams" }, recipients, on_no_rows = "send" }));
        Assert.Equal("distributed", Parts(sent)["west"]);
        Assert.Contains(await MailsAsync(7), mail => mail.To.Mailboxes.Single().Address == "west@example.com");
    }

    [Fact]
    public async Task A_failure_for_one_does_not_stop_the_others()
    {
        var template = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_server.Folder, "sources", "teams.csv"), "code,mail,tz\nnorth,north@example.com,Mars/Olympus\nsouth,south@example.com,\nsouth,South@example.com,\neast,not an address,\n,nobody@example.com,\n", Cancel);
        var burst = await FinishAsync(await OrderAsync(template, new
        {
            split = "team", shared = new[] { "calendar" }, recipients_from = new { dataset = "teams", key = "code", channel = "mail", address = "mail", timezone = "tz" },
        }));
        Assert.Equal("completed_with_errors", burst.GetProperty("state").GetString());
        Assert.Equal(
            ["east distributed", "nobody failed no_key", "north failed invalid_request", "south distributed", "south skipped named_twice"],
            burst.GetProperty("parts").EnumerateArray().Select(part => $"{(part.GetProperty("key").GetString() is { Length: > 0 } key ? key : "nobody")} {part.GetProperty("state").GetString()} {part.GetProperty("reason_code").GetString()}".TrimEnd()).Order(StringComparer.Ordinal));
        Assert.Equal("south@example.com", Assert.Single(await MailsAsync(1)).To.Mailboxes.Single().Address);
    }

    [Theory]
    [InlineData("findings", "The dataset 'calendar' is no list of rows")]
    [InlineData("calendar,teams,findings", null)]
    public async Task What_is_neither_divided_nor_declared_shared_stops_everything(string shared, string? told)
    {
        var template = await StartAsync();
        var burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = shared.Split(','), recipients = new[] { Recipient("north") }, on_no_rows = "send" }));
        Assert.Equal(told is null ? "completed" : "failed", burst.GetProperty("state").GetString());
        if (told is null)
            return;
        Assert.Equal("split_refused", burst.GetProperty("error_code").GetString());
        Assert.Contains(told, burst.GetProperty("error_message").GetString()!, StringComparison.Ordinal);
        Assert.Empty(burst.GetProperty("parts").EnumerateArray());
        Assert.Empty(_mail.Mails);
    }

    [Fact]
    public async Task What_is_wrong_with_an_order_is_said_at_once()
    {
        var template = await StartAsync();
        async Task<string> RefusedAsync(object burst) => (await TestServer.RefusedAsync(422, "invalid_request", Author.PostAsJsonAsync($"{Api}/bursts", Body(template, burst), Cancel))).GetProperty("errors").ToString();
        Assert.Contains("names nobody", await RefusedAsync(new { split = "team", recipients = Array.Empty<object>() }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients", await RefusedAsync(new { split = "team" }), StringComparison.Ordinal);
        Assert.Contains("burst.shared", await RefusedAsync(new { split = "team", shared = new[] { "nope" }, recipients = new[] { Recipient("north") } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients[1].distribution", await RefusedAsync(new { split = "team", recipients = new[] { Recipient("north"), Recipient("north") } }), StringComparison.Ordinal);
        Assert.Contains("at most 10000", await RefusedAsync(new { split = "team", recipients = Enumerable.Range(0, 10_001).Select(i => new { key = i }) }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients[0].distribution.mail", await RefusedAsync(new { split = "team", recipients = new[] { new { key = "north", distribution = new { mail = new[] { "ann@@example.com" } } } } }), StringComparison.Ordinal);
        Assert.Contains("burst.on_no_rows", await RefusedAsync(new { split = "team", on_no_rows = "guess", recipients = new[] { Recipient("north") } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients[1].timezone", await RefusedAsync(new { split = "team", recipients = new[] { Recipient("north"), Recipient("south", new { timezone = "Mars/Olympus" }) } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients[0].export_formats", await RefusedAsync(new { split = "team", recipients = new[] { Recipient("north", new { export_formats = new[] { "scroll" } }) } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients[0].distribution.nowhere", await RefusedAsync(new { split = "team", recipients = new[] { new { key = "north", distribution = new { nowhere = new[] { "a@example.com" } } } } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients_from.dataset", await RefusedAsync(new { split = "team", recipients_from = new { dataset = "nope", key = "k", channel = "mail", address = "a" } }), StringComparison.Ordinal);
    }
}
