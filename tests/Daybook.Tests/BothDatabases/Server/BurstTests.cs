using System.Net.Http.Json;
using System.Text;
using Daybook.Pdf.Reading;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>One report divided among recipients by whole servers, and sent to a mail server.</summary>
public abstract class BurstTests(ServerFixture fixture) : BurstServerTests(fixture)
{
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
        var audit = await (await Server.Admin.GetAsync($"{Api}/audit/export", Cancel)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("burst.finished", audit, StringComparison.Ordinal);
        Assert.All(Teams, team => Assert.DoesNotContain(Canary(team), audit, StringComparison.Ordinal));
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
            await using var session = await Server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
            var sha256 = await session.GetAsync<string>("select snapshot_sha256 from cob_generated_reports where id = @id", new { id = new ReportId(part.GetProperty("report_id").GetGuid()) }, Cancel);
            Assert.DoesNotContain("@example.com", Encoding.UTF8.GetString(await Server.Services.GetRequiredService<ContentStore>().ReadAsync(session, sha256, Cancel)), StringComparison.Ordinal);
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
        await File.WriteAllTextAsync(Path.Combine(Server.Folder, "sources", "teams.csv"), "code,mail,tz\nnorth,north@example.com,Mars/Olympus\nsouth,south@example.com,\nsouth,South@example.com,\neast,not an address,\n,nobody@example.com,\n", Cancel);
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

    [Fact]
    public async Task Whoever_has_no_stored_password_gets_nothing_until_it_is_mended_and_then_alone()
    {
        var template = await StartAsync();
        var teams = Path.Combine(Server.Folder, "sources", "teams.csv");
        await File.WriteAllTextAsync(teams, "code,mail,pw\nnorth,north@example.com,north-key\nsouth,south@example.com,hunter22\neast,east@example.com,\n", Cancel);
        await TestServer.OkAsync(Author.PutAsJsonAsync($"{Api}/delivery-passwords/north-key", new { password = "correct horse 7" }, Cancel));
        var ordered = await OrderAsync(template, new { split = "team", shared = new[] { "calendar" }, recipients_from = new { dataset = "teams", key = "code", channel = "mail", address = "mail", password = "pw" } });
        var burst = await FinishAsync(ordered);
        Assert.Equal("completed_with_errors", burst.GetProperty("state").GetString());
        Assert.Equal(["east failed no_password", "north distributed", "south failed no_password"], Parts(burst).Select(part => $"{part.Key} {part.Value}").Order());
        Assert.DoesNotContain("hunter22", burst.ToString(), StringComparison.Ordinal);
        Protected("north@example.com", Assert.Single(await MailsAsync(1)));

        var path = $"{Api}/bursts/{ordered.GetProperty("burst_id").GetString()}/retry";
        await TestServer.OkAsync(Author.PutAsJsonAsync($"{Api}/delivery-passwords/south-key", new { password = "battery staple 9" }, Cancel));
        await File.WriteAllTextAsync(teams, "code,mail,pw\nwest,west@example.com,north-key\neast,east@example.com,south-key\nsouth,south@example.com,stored:south-key\nnorth,north@example.com,north-key\n", Cancel);
        await TestServer.OkAsync(Author.PostAsJsonAsync(path, new { }, Cancel));
        burst = await FinishAsync(ordered);
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        Assert.Equal(["east distributed", "north distributed", "south distributed"], Parts(burst).Select(part => $"{part.Key} {part.Value}").Order());
        var mails = await MailsAsync(3);
        Assert.Equal(["north@example.com", "east@example.com", "south@example.com"], mails.OrderBy(mail => mail.To.Mailboxes.Single().Address == "north@example.com" ? 0 : 1).ThenBy(mail => mail.To.Mailboxes.Single().Address).Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.All(mails, mail => Protected(mail.To.Mailboxes.Single().Address, mail));
        await TestServer.RefusedAsync(409, "not_possible_now", Author.PostAsJsonAsync(path, new { }, Cancel));
    }

    [Fact]
    public async Task Recipients_of_a_dataset_have_generated_passwords_of_their_own_and_who_cannot_be_told_gets_nothing()
    {
        var template = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(Server.Folder, "sources", "teams.csv"), "code,mail,pw,phone\nnorth,north@example.com,generated,north-phone@example.com\nsouth,south@example.com,generated,no phone\neast,east@example.com,generated,east-phone@example.com\n", Cancel);
        var columns = new Dictionary<string, string> { ["dataset"] = "teams", ["key"] = "code", ["channel"] = "mail", ["address"] = "mail", ["password"] = "pw", ["password_address"] = "phone" };
        async Task<string> RefusedAsync() => (await TestServer.RefusedAsync(422, "invalid_request", Author.PostAsJsonAsync($"{Api}/bursts", Body(template, new { split = "team", shared = new[] { "calendar" }, recipients_from = columns }), Cancel))).GetProperty("errors").ToString();
        Assert.Contains("is needed beside password_address", await RefusedAsync(), StringComparison.Ordinal);
        columns["password_channel"] = "mial";
        Assert.Contains("did you mean", await RefusedAsync(), StringComparison.Ordinal);
        columns["password_channel"] = "mail";
        var burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar" }, recipients_from = columns }));
        Assert.Equal(["east distributed", "north distributed", "south failed no_password"], Parts(burst).Select(part => $"{part.Key} {part.Value}").Order());
        var mails = (await MailsAsync(4)).ToDictionary(mail => mail.To.Mailboxes.Single().Address);
        Assert.Equal(["east-phone@example.com", "east@example.com", "north-phone@example.com", "north@example.com"], mails.Keys.Order());
        var passwords = new[] { "east", "north" }.ToDictionary(team => team, team => Told(mails[$"{team}-phone@example.com"]));
        Assert.NotEqual(passwords["east"], passwords["north"]);
        Assert.All(passwords, password => Opens(mails[$"{password.Key}@example.com"], password.Value));

        // Without a column of passwords, everybody has one; without one of addresses, it is told where the file goes.
        columns.Remove("password");
        columns.Remove("password_address");
        burst = await FinishAsync(await OrderAsync(template, new { split = "team", shared = new[] { "calendar" }, recipients_from = columns }));
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        var theirs = (await MailsAsync(10)).Skip(4).Where(mail => mail.To.Mailboxes.Single().Address == "south@example.com").ToList();
        Opens(theirs.Single(mail => mail.Attachments.Any()), Told(theirs.Single(mail => !mail.Attachments.Any())));
    }

    private static string Told(MimeKit.MimeMessage mail) => mail.TextBody!.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.Length == 23 && line.Count(letter => letter == '-') == 3);

    private static void Opens(MimeKit.MimeMessage mail, string password)
    {
        using var content = new MemoryStream();
        ((MimeKit.MimePart)Assert.Single(mail.Attachments)).Content!.DecodeTo(content, Cancel);
        Assert.Equal(PdfReadError.PasswordNeeded, Assert.Throws<PdfReadException>(() => PdfFile.Open(content.ToArray(), null)).Error);
        PdfFile.Open(content.ToArray(), password);
    }

    [Fact]
    public async Task What_was_wrong_in_the_order_is_mended_in_the_retry_and_everything_wrong_with_that_is_said()
    {
        var template = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(Server.Folder, "sources", "teams.csv"), "code,mail,tz\nnorth,north@example.com,Mars/Olympus\nsouth,south@example.com,UTC\n", Cancel);
        object From(string zone, string split = "team") => new { split, shared = new[] { "calendar" }, recipients_from = new { dataset = "teams", key = "code", channel = "mail", address = "mail", timezone = zone } };
        var ordered = await OrderAsync(template, From("tz"));
        Assert.Equal(["north failed invalid_request", "south distributed"], Parts(await FinishAsync(ordered)).Select(part => $"{part.Key} {part.Value}").Order());
        var path = $"{Api}/bursts/{ordered.GetProperty("burst_id").GetString()}/retry";
        var refused = await TestServer.RefusedAsync(422, "invalid_request", Author.PostAsJsonAsync(path, new { burst = From("tz", "region") }, Cancel));
        Assert.Contains("burst.split", refused.GetProperty("errors").ToString(), StringComparison.Ordinal);
        await TestServer.OkAsync(Author.PostAsJsonAsync(path, new { burst = new { split = "team", shared = new[] { "calendar", "teams" }, recipients = new[] { Recipient("north"), Recipient("south") } } }, Cancel));
        var burst = await FinishAsync(ordered);
        Assert.Equal(["north distributed", "south distributed"], Parts(burst).Select(part => $"{part.Key} {part.Value}").Order());
        Assert.Equal(["north@example.com", "south@example.com"], (await MailsAsync(2)).Select(mail => mail.To.Mailboxes.Single().Address).Order());
        await OnlyOwnAsync("north", burst.GetProperty("parts")[0].GetProperty("report_id").GetString()!);
    }

    private static void Protected(string recipient, MimeKit.MimeMessage mail)
    {
        Assert.Equal(recipient, mail.To.Mailboxes.Single().Address);
        Opens(mail, recipient == "north@example.com" ? "correct horse 7" : "battery staple 9");
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
        Assert.Empty(Mail.Mails);
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
        Assert.Contains("burst.recipients[0].distribution", await RefusedAsync(new { split = "team", recipients = new[] { new { key = "north", distribution = new { } } } }), StringComparison.Ordinal);
        Assert.Contains("burst.recipients_from.dataset", await RefusedAsync(new { split = "team", recipients_from = new { dataset = "nope", key = "k", channel = "mail", address = "a" } }), StringComparison.Ordinal);
    }
}
