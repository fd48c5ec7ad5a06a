using System.Net.Http.Json;
using Daybook.Export;
using Daybook.RedTeam;
using Daybook.Reports;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.OnSqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>The templates of the program, on logs that lie on the server, in every format.</summary>
public sealed class BuiltInReportTests(SqliteServer fixture) : IClassFixture<SqliteServer>
{
    private static readonly DateOnly BusinessDate = new(2026, 5, 14);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Templates => [.. BuiltInTemplates.All.Select(template => template.Id)];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task It_is_made_from_the_servers_logs_and_replays_byte_for_byte(string builtIn)
    {
        var server = await fixture.GetAsync();
        await SampleLogs.WriteAsync(Path.Combine(server.Folder, "sources", "logs"), BusinessDate, SampleSize.Standard, Cancel);
        var client = server.As("operator");
        var templates = await TestServer.OkAsync(client.GetAsync(Site.Api + "/templates?limit=200", Cancel));
        var template = templates.EnumerateArray().Single(found => found.GetProperty("built_in").GetBoolean() && found.GetProperty("metadata").GetProperty("id").GetString() == builtIn);
        var formats = Exporters.All.Select(exporter => exporter.Format).ToArray();
        var order = new { template_id = template.GetProperty("id").GetString(), report_date = "2026-05-14", timezone = "America/New_York", close = "18:00", export_formats = formats };
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(Site.Api + "/reports/generate", order, Cancel));
        var report = await ReportTests.FinishAsync(client, made.GetProperty("report_id").GetString()!);
        Assert.Equal("completed", report.GetProperty("status").GetString());

        var replay = await server.Services.GetRequiredService<ReportReplay>().RunAsync(new ReportId(report.GetProperty("id").GetGuid()), Cancel);
        Assert.Empty(replay!.Different);
        Assert.Equal(3 + formats.Length, replay.Same.Length);
    }
}
