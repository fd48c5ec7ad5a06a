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

/// <summary>A server with findings of several teams, and what stands in all that it makes of them.</summary>
public abstract class BurstServerTests(ServerFixture fixture) : IAsyncLifetime
{
    private protected const string Api = "/api/v1/cob";

    private protected static readonly string[] Teams = ["north", "south", "east"];

    private readonly ScriptedSmtpServer _mail = new() { Extensions = ["SIZE 20000000", "8BITMIME"] };
    private TestServer _server = null!;

    private protected TestServer Server => _server;

    private protected ScriptedSmtpServer Mail => _mail;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected HttpClient Author => _server.As("author");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await _mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A server with a file of findings: each row has the word of its team, which nobody else may ever see.</summary>
    private protected async Task<string> StartAsync(string? extraRow = null, object? datasets = null)
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

    private protected static object Config(object datasets) => new
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

    private protected static string Canary(string team) => $"canary{team}word";

    private protected static Dictionary<string, object?> Recipient(string team, object? more = null) => new(
        JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject().Select(field => KeyValuePair.Create(field.Name, (object?)field.Value)))
    {
        ["key"] = team, ["distribution"] = new { mail = new { recipients = new[] { $"{team}@example.com" }, artifacts = new { pdf = "attach", html = "attach", markdown = "attach", json = "attach" } } },
    };

    private protected Task<JsonElement> OrderAsync(string template, object burst) => TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/bursts", Body(template, burst), Cancel));

    private protected static object Body(string template, object burst) => new
    {
        report = new { template_id = template, report_date = "2026-05-04", export_formats = new[] { "pdf", "html", "markdown", "json" }, export_options = new { pdf = new { attach_data = true } } }, burst,
    };

    private protected async Task<JsonElement> FinishAsync(JsonElement ordered)
    {
        while (true)
        {
            var burst = await TestServer.OkAsync(Author.GetAsync($"{Api}/bursts/{ordered.GetProperty("burst_id").GetString()}", Cancel));
            if (burst.GetProperty("state").GetString() is not ("waiting" or "running"))
                return burst;
            await Task.Delay(20, Cancel);
        }
    }

    private protected async Task<List<MimeMessage>> MailsAsync(int count)
    {
        while (_mail.Mails.Count < count)
            await Task.Delay(20, Cancel);
        return [.. _mail.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel))];
    }

    private protected static Dictionary<string, string> Parts(JsonElement burst) => burst.GetProperty("parts").EnumerateArray().ToDictionary(
        part => part.GetProperty("key").GetString()!, part => $"{part.GetProperty("state").GetString()} {part.GetProperty("reason_code").GetString()}".TrimEnd());

    private protected static void OnlyOwn(MimeMessage mail)
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

    private protected async Task OnlyOwnAsync(string team, string report)
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
    private protected async Task NothingIsKeptWholeAsync()
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

    private protected static void OnlyOwn(string team, string text, string what)
    {
        Assert.True(text.Contains(Canary(team), StringComparison.Ordinal), $"The {what} of {team} lacks their rows.");
        Foreign(team, text, what);
    }

    /// <summary>As it is, and with every packed part of it unpacked.</summary>
    private protected static void NothingForeign(string team, byte[] bytes, string what)
    {
        Foreign(team, Encoding.UTF8.GetString(bytes), what);
        foreach (var inside in Inflated(bytes))
            Foreign(team, inside, what);
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            Foreign(team, Letters(bytes), what);
    }

    private protected static void Foreign(string team, string text, string what) => Assert.All(
        Teams.Where(other => other != team), other => Assert.False(text.Contains(Canary(other), StringComparison.Ordinal), $"The {what} of {team} holds rows of {other}."));

    private protected static string Letters(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return string.Concat(file.GetPages().Select(page => page.Text));
    }

    private protected static IEnumerable<string> Inflated(byte[] bytes)
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
}
