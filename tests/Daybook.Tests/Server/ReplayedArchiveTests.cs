using System.Collections.Concurrent;
using Daybook.Accounts;
using Daybook.Export;
using Daybook.RedTeam;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Daybook.Tests.OnSqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>An archive of many reports, all of which come out the same once more.</summary>
public sealed class ReplayedArchiveTests(SqliteServer fixture) : IClassFixture<SqliteServer>
{
    private static readonly int Wanted = LongRun.IsOn ? 200 : 50;

    private static readonly DateOnly LastDay = new(2026, 5, 14);
    private static readonly string[] Zones = ["America/New_York", "UTC", "Asia/Kolkata", "Pacific/Auckland"];
    private static readonly string?[] Closes = ["18:00", null, "07:30"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_of_all_templates_in_all_formats_replay_and_a_flipped_byte_is_named()
    {
        await using var server = await fixture.StartAsync(null, ("Reports:Workers", "4"));
        await SampleLogs.WriteAsync(Path.Combine(server.Folder, "sources", "logs"), LastDay, SampleSize.Small, Cancel);
        var reports = await OrderAsync(server.Services);
        await FinishAsync(server.Services, reports);

        var replay = server.Services.GetRequiredService<ReportReplay>();
        var different = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(reports, Cancel, async (id, cancellationToken) =>
        {
            var result = await replay.RunAsync(id, cancellationToken);
            foreach (var difference in result!.Different)
                different.Add($"{id}: {difference}");
            if (result.Same.Length != 3 + Exporters.All.Length)
                different.Add($"{id}: {result.Same.Length} parts were compared");
        });
        Assert.Empty(different);

        foreach (var (part, sql) in new[]
        {
            ("pdf", "select sha256 from cob_report_exports where report_id = @id and format = 'pdf'"),
            ("document", "select document_sha256 from cob_generated_reports where id = @id"),
            ("snapshot", "select snapshot_sha256 from cob_generated_reports where id = @id"),
        })
        {
            await FlipAsync(server.Services, server.Folder, sql, reports[0]);
            Assert.Contains((await replay.RunAsync(reports[0], Cancel))!.Different, difference => difference.StartsWith($"the kept {part} is damaged", StringComparison.Ordinal));
        }
    }

    /// <summary>Every built-in template for many days, zones and closes.</summary>
    private static async Task<List<ReportId>> OrderAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var orders = services.GetRequiredService<ReportOrders>();
        Caller caller;
        var templates = new List<Guid>();
        await using (var session = await database.OpenAsync(Cancel))
        {
            caller = Caller.Of((await services.GetRequiredService<UserStore>().FindAsync(session, "operator", Cancel))!, null);
            foreach (var builtIn in BuiltInTemplates.All)
                templates.Add((await services.GetRequiredService<TemplateStore>().FindBuiltInAsync(session, builtIn.Id, Cancel))!.Id.Value);
        }

        var made = new List<ReportId>();
        for (var number = 0; number < Wanted; number++)
        {
            var request = new GenerateRequest(templates[number % templates.Count].ToString(), LastDay.AddDays(-(number / templates.Count)))
            {
                Timezone = Zones[number % Zones.Length], Close = Closes[number % Closes.Length], ShiftName = $"Shift {number % 3}", ExportFormats = [.. Exporters.All.Select(exporter => exporter.Format)],
            };
            made.Add((await orders.PlaceAsync(caller, request, null, Cancel)).Id);
        }

        return made;
    }

    private static async Task FinishAsync(IServiceProvider services, List<ReportId> reports)
    {
        var signals = services.GetRequiredService<ReportSignals>();
        while (true)
        {
            var next = signals.Next;
            await using (var session = await services.GetRequiredService<Database>().OpenAsync(Cancel))
            {
                var states = await session.ListAsync<string>("select status from cob_generated_reports", null, Cancel);
                if (states.All(state => state is not ("pending" or "running")))
                {
                    Assert.Equal(reports.Count, states.Count(state => state == "completed"));
                    return;
                }
            }

            await ReportSignals.WaitAsync(next, TimeSpan.FromSeconds(1), Cancel);
        }
    }

    private static async Task FlipAsync(IServiceProvider services, string folder, string sql, ReportId id)
    {
        await using var session = await services.GetRequiredService<Database>().OpenAsync(Cancel);
        var sha256 = await session.GetAsync<string>(sql, new { id }, Cancel);
        var path = Path.Combine(folder, FileContents.FolderName, sha256[..2], sha256);
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
    }
}
