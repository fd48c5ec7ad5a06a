using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class ReportTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A template that shows rows written into it, and the values of two parameters.</summary>
    internal static object Config(string text = "{{ runs | length }} runs on {{ report_date }}, shift {{ shift }}", string[]? reports = null, string user = "author", string probe = "encoding") => new
    {
        metadata = new { permissions = new { read = new[] { "user:" + user }, write = Array.Empty<string>(), reports = reports ?? [] } },
        parameters = new { shift = new { type = "text", @default = "Day" } },
        datasets = new { runs = new { source = "inline", rows = new[] { new { probe = "dan", hits = 3 }, new { probe, hits = 0 } } } },
        blocks = new[] { new { id = "summary", type = "data_block", order = 1, title = "Summary", template = text } },
    };

    internal static async Task<string> TemplateAsync(HttpClient client, string name, object config)
    {
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/templates", new { name, version = "1", template_config = config }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    internal static async Task<string> GenerateAsync(HttpClient client, string templateId, params string[] formats)
    {
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = templateId, report_date = "2026-05-04", parameters = new { shift = "Night" }, export_formats = formats }, Cancel));
        Assert.Equal("Report generation started", made.GetProperty("message").GetString());
        Assert.Equal(formats, made.GetProperty("export_formats").EnumerateArray().Select(format => format.GetString()));
        return made.GetProperty("report_id").GetString()!;
    }

    [Fact]
    public async Task Whoever_comes_back_to_the_event_stream_gets_the_present_state_and_after_the_end_nothing()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var report = await GenerateAsync(author, await TemplateAsync(author, "Stream " + Guid.CreateVersion7(), Config()), "markdown");
        await FinishAsync(author, report);
        foreach (var (last, status) in new[] { (null, HttpStatusCode.OK), ("running", HttpStatusCode.OK), ("completed", HttpStatusCode.NoContent) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/reports/{report}/status");
            request.Headers.Add("Accept", "text/event-stream");
            if (last is not null)
                request.Headers.Add("Last-Event-ID", last);
            using var answer = await author.SendAsync(request, Cancel);
            Assert.Equal(status, answer.StatusCode);
            if (status == HttpStatusCode.OK)
                Assert.Contains("id: completed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>Follows the event stream to its end.</summary>
    internal static async Task<JsonElement> FinishAsync(HttpClient client, string reportId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/reports/{reportId}/status");
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var events = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n').Where(line => line.StartsWith("data:", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[5..])).ToList();
        var progress = events.Select(state => state.GetProperty("progress").GetInt32()).ToList();
        Assert.Equal(progress.Order(), progress);
        return await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{reportId}", Cancel));
    }

    internal static async Task<(TestServer Server, HttpClient Client, string Report)> MadeAsync(ServerFixture fixture, string name, string[]? reports = null, params string[] formats)
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var template = await TemplateAsync(client, name, Config(reports: reports, probe: name));
        var report = await GenerateAsync(client, template, formats.Length > 0 ? formats : ["markdown", "html", "json"]);
        Assert.Equal("completed", (await FinishAsync(client, report)).GetProperty("status").GetString());
        return (server, client, report);
    }

    [Fact]
    public async Task A_report_is_made_in_every_format_asked_for()
    {
        var (_, client, id) = await MadeAsync(fixture, "Made");
        var report = await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{id}", Cancel));
        Assert.Equal("2026-05-04", report.GetProperty("report_date").GetString());
        Assert.Equal("Night", report.GetProperty("parameters").GetProperty("shift").GetString());
        Assert.Equal("ok", report.GetProperty("report_data").GetProperty("blocks")[0].GetProperty("status").GetString());
        var exports = report.GetProperty("exports").EnumerateArray().ToList();
        Assert.Equal(["html", "json", "markdown"], exports.Select(export => export.GetProperty("format").GetString()));
        foreach (var export in exports)
        {
            using var file = await client.GetAsync($"{Api}/exports/{export.GetProperty("id").GetString()}/download", Cancel);
            var bytes = await file.Content.ReadAsByteArrayAsync(Cancel);
            Assert.Equal(export.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(export.GetProperty("size_bytes").GetInt64(), bytes.Length);
            Assert.Contains("2 runs on 2026-05-04, shift Night", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_status_of_a_made_report_counts_its_blocks()
    {
        var (_, client, id) = await MadeAsync(fixture, "Counted", null, "markdown");
        var status = await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{id}/status", Cancel));
        Assert.Equal((3, 1, 1), (status.GetProperty("progress").GetInt32(), status.GetProperty("blocks_done").GetInt32(), status.GetProperty("blocks_total").GetInt32()));
        Assert.Equal(JsonValueKind.Null, status.GetProperty("current_block").ValueKind);
    }

    [Fact]
    public async Task Several_reports_come_as_one_file_that_lists_what_could_not_be_made()
    {
        var (server, client, first) = await MadeAsync(fixture, "Batched", null, "markdown");
        var (_, _, second) = await MadeAsync(fixture, "Batched too", null, "markdown");
        var nowhere = Guid.Empty.ToString();
        using var answer = await client.PostAsJsonAsync($"{Api}/reports/export-batch", new { report_ids = new[] { first, second, nowhere }, formats = new[] { "markdown", "pdf" } }, Cancel);
        Assert.Equal(("4", "2"), (answer.Headers.GetValues("X-Export-Files").Single(), answer.Headers.GetValues("X-Export-Failures").Single()));
        Assert.Equal($"{nowhere}/markdown=not_found, {nowhere}/pdf=not_found", answer.Headers.GetValues("X-Export-Failed").Single());
        using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Cancel));
        using var manifest = await JsonDocument.ParseAsync(archive.GetEntry("manifest.json")!.Open(), default, Cancel);
        Assert.Equal(archive.Entries.Count - 1, manifest.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal(2, manifest.RootElement.GetProperty("failures").GetArrayLength());
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            using var content = archive.GetEntry(file.GetProperty("path").GetString()!)!.Open();
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancel)));
        }

        await TestServer.RefusedAsync(404, "not_found", server.As("viewer").PostAsJsonAsync($"{Api}/reports/export-batch", new { report_ids = new[] { first }, formats = new[] { "pdf" } }, Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(
            $"{Api}/reports/export-batch", new { report_ids = Enumerable.Range(0, 101).Select(number => new Guid(number, 0, 0, new byte[8])), formats = new[] { "pdf" } }, Cancel));
    }

    [Fact]
    public async Task Without_a_template_the_default_of_the_kind_is_taken()
    {
        var server = await fixture.GetAsync();
        var client = server.As("operator");
        async Task<string> AddAsync(string name, string tag) => await TemplateAsync(client, name, new
        {
            metadata = new { tags = new[] { tag }, permissions = new { read = new[] { "user:operator" }, write = Array.Empty<string>() } }, blocks = Array.Empty<object>(),
        });
        async Task<string?> TakenAsync(string? kind)
        {
            var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/reports/generate", new { kind, report_date = "2026-05-04" }, Cancel));
            return (await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{made.GetProperty("report_id").GetString()}", Cancel))).GetProperty("template_id").GetString();
        }

        var (first, second, weekly) = (await AddAsync("Nightly A", "nightly"), await AddAsync("Nightly B", "nightly"), await AddAsync("Weekly A", "weekly"));
        foreach (var id in new[] { first, weekly, second })
            await TestServer.OkAsync(client.PostAsync($"{Api}/templates/{id}/default", null, Cancel));
        Assert.Equal((second, weekly), (await TakenAsync("nightly"), await TakenAsync("weekly")));
        Assert.False((await TestServer.OkAsync(client.GetAsync($"{Api}/templates/{first}", Cancel))).GetProperty("is_default").GetBoolean());
        Assert.NotNull(await TakenAsync(null));
        await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(Api + "/reports/generate", new { kind = "yearly" }, Cancel));
    }

    [Fact]
    public async Task A_failed_block_gives_a_report_with_errors_that_says_which()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var template = await TemplateAsync(client, "Partly", Config("{{ nonsense }}"));
        var report = await FinishAsync(client, await GenerateAsync(client, template, "markdown"));
        Assert.Equal("completed_with_errors", report.GetProperty("status").GetString());
        Assert.Equal("undefined_name", report.GetProperty("error_code").GetString());
        Assert.Equal("failed", report.GetProperty("report_data").GetProperty("blocks")[0].GetProperty("status").GetString());
        Assert.Single(report.GetProperty("exports").EnumerateArray());
    }

    [Fact]
    public async Task What_is_wrong_with_data_is_said_once_however_many_blocks_lack_them()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var config = new
        {
            parameters = new { shift = new { type = "text" } },
            datasets = new { gone = new { source = "file", path = "gone.json" } },
            blocks = new[] { 1, 2 }.Select(order => new { id = $"b{order}", type = "data_block", order, title = "B", template = "{{ gone | length }}" }),
        };
        var report = await FinishAsync(client, await GenerateAsync(client, await TemplateAsync(client, "Without data", config), "markdown"));
        Assert.Equal("completed_with_errors", report.GetProperty("status").GetString());
        var sentence = Assert.Single(report.GetProperty("error_message").GetString()!.Split('\n'));
        Assert.StartsWith("b1, b2: ", sentence, StringComparison.Ordinal);
        Assert.Contains("'gone'", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_whose_block_may_not_fail_fails_with_the_reason()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var config = new { blocks = new[] { new { id = "a", type = "data_block", order = 1, title = "A", template = "{{ nonsense }}", on_error = "fail" } } };
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = await TemplateAsync(client, "Strict", config) }, Cancel));
        var report = await FinishAsync(client, made.GetProperty("report_id").GetString()!);
        Assert.Equal("failed", report.GetProperty("status").GetString());
        Assert.NotEmpty(report.GetProperty("error_message").GetString()!);
        await TestServer.RefusedAsync(409, "not_possible_now", client.PostAsJsonAsync($"{Api}/reports/{report.GetProperty("id").GetString()}/export", new { format = "html" }, Cancel));
    }

    [Fact]
    public async Task A_template_without_blocks_gives_a_report_that_can_be_exported_later()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await GenerateAsync(client, await TemplateAsync(client, "No blocks", new { parameters = new { shift = new { type = "text" } }, blocks = Array.Empty<object>() }), "markdown");
        await FinishAsync(client, id);
        var link = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/reports/{id}/export", new { format = "html", options = new { classification = "RESTRICTED" } }, Cancel));
        Assert.Equal("html", link.GetProperty("format").GetString());
        Assert.True(link.GetProperty("expires_at").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        Assert.Contains("RESTRICTED", await server.Anonymous.GetStringAsync(link.GetProperty("export_url").GetString(), Cancel), StringComparison.Ordinal);
        var again = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/reports/{id}/export", new { format = "html", options = new { classification = "RESTRICTED" } }, Cancel));
        Assert.Equal(link.GetProperty("export_id").GetString(), again.GetProperty("export_id").GetString());
    }

    [Fact]
    public async Task The_same_key_and_request_make_one_report()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var template = await TemplateAsync(client, "Idempotent", Config());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TestServer.OkAsync(SendAsync("Day"))));
        Assert.Single(answers.Select(answer => answer.GetProperty("report_id").GetString()).Distinct());
        await TestServer.RefusedAsync(409, "idempotency_conflict", SendAsync("Night"));

        async Task<HttpResponseMessage> SendAsync(string shift)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Api + "/reports/generate") { Content = JsonContent.Create(new { template_id = template, parameters = new { shift } }) };
            request.Headers.Add("Idempotency-Key", "the-close-of-monday");
            return await client.SendAsync(request, Cancel);
        }
    }

    [Fact]
    public async Task Everything_wrong_with_an_order_is_said_at_once()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var template = await TemplateAsync(client, "Ordered", Config());
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, export_formats = new[] { "doc", "scroll" } }, Cancel));
        Assert.Equal(2, refusal.GetProperty("errors").GetArrayLength());
        refusal = await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(
            Api + "/reports/generate",
            new
            {
                template_id = template, timezone = "Mars/Olympus", close = "25:00", locale = "xx", export_formats = new[] { "doc", "html" },
                export_options = new { html = new { nonsense = 1 } }, parameters = new { nonsense = 1 },
            },
            Cancel));
        Assert.Equal(
            ["locale", "export_formats", "html.nonsense", "timezone", "close", "parameters.nonsense"], refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, parameters = new { nonsense = 1 } }, Cancel));
        var options = await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = template, export_formats = new[] { "html" }, export_options = new { html = new { nonsense = 1, include_toc = "perhaps" } } }, Cancel));
        Assert.Equal(
            ["html.include_toc: 'include_toc' of 'html' must be true or false, but is the text 'perhaps'", "html.nonsense: 'html' has no key 'nonsense'"],
            options.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("field").GetString()}: {error.GetProperty("message").GetString()}"));
        await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = template, export_formats = new[] { "html" }, export_options = new { html = new { theme = "../../etc/passwd" } } }, Cancel));
        await TestServer.RefusedAsync(404, "not_found", client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = "' or 1=1 --" }, Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.As("operator").PostAsJsonAsync(Api + "/reports/generate", new { template_id = template }, Cancel));
    }

    [Fact]
    public async Task Lists_are_filtered_and_come_in_parts_newest_first()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("lister", "author");
        var template = await TemplateAsync(client, "Listed", Config(user: "lister"));
        var made = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(0, await GenerateAsync(client, template, "markdown"));
            await FinishAsync(client, made[0]);
        }

        var listed = new List<string>();
        for (string? next = $"{Api}/reports?limit=2&template_id={template}&start_date=2026-05-04&end_date=2026-05-04&status=completed"; next is not null;)
        {
            using var answer = await client.GetAsync(next, Cancel);
            listed.AddRange((await TestServer.JsonAsync(answer)).EnumerateArray().Select(report => report.GetProperty("id").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(made, listed);
        Assert.Empty((await TestServer.OkAsync(client.GetAsync(Api + "/reports?start_date=2026-05-05", Cancel))).EnumerateArray());
        Assert.Empty((await TestServer.OkAsync(client.GetAsync(Api + "/reports?status=failed", Cancel))).EnumerateArray());
    }

    [Fact]
    public async Task A_report_can_be_made_again_and_says_of_which_it_is_the_repetition()
    {
        var (_, client, id) = await MadeAsync(fixture, "Repeated", null, "markdown");
        var again = await TestServer.OkAsync(client.PostAsync($"{Api}/reports/{id}/rerun", null, Cancel));
        var report = await FinishAsync(client, again.GetProperty("report_id").GetString()!);
        Assert.Equal(id, report.GetProperty("rerun_of").GetString());
        Assert.Equal("2026-05-04", report.GetProperty("report_date").GetString());
        Assert.Equal("Night", report.GetProperty("parameters").GetProperty("shift").GetString());
        await TestServer.RefusedAsync(409, "not_possible_now", client.PostAsync($"{Api}/reports/{id}/cancel", null, Cancel));
    }

    [Fact]
    public async Task Hostile_text_in_names_stays_text_in_files_and_headers()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        const string Hostile = "<script>alert(1)</script>\"; filename=x.exe";
        var template = await TemplateAsync(client, Hostile, Config());
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = template, shift_name = "a/../../b\"<i>", export_formats = new[] { "html" } }, Cancel));
        var report = await FinishAsync(client, made.GetProperty("report_id").GetString()!);
        using var file = await client.GetAsync($"{Api}/exports/{report.GetProperty("exports")[0].GetProperty("id").GetString()}/download", Cancel);
        Assert.DoesNotContain("<script>alert", await file.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('/', file.Content.Headers.ContentDisposition!.FileName!);
        Assert.DoesNotContain("x.exe\"", file.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_orders_at_once_are_all_made_once()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("busy", "author");
        var template = await TemplateAsync(client, "Busy", Config(user: "busy"));
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GenerateAsync(client, template, "markdown")));
        foreach (var id in ids)
        {
            var report = await FinishAsync(client, id);
            Assert.Equal("completed", report.GetProperty("status").GetString());
            Assert.Single(report.GetProperty("exports").EnumerateArray());
        }
    }
}
