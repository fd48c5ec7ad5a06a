using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Delivery;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Benchmarks;

/// <summary>
/// <c>mail-burst MAILS [DATABASE]</c>: a server sends so many mails, each with a PDF of its own, to a mail server on loopback; measured from the moment
/// the ledger is written to the last acceptance in it. Making the PDFs is not measured. <c>mail-report MAILS [DATABASE]</c>: the same of one report, whose mail
/// shows a chart, to so many recipients.
/// </summary>
internal static class MailBurst
{
    private const string Format = "pdf";

    private static readonly Json Empty = new("{}");

    public static async Task<int> RunAsync(int mails, bool isOneReport, string database)
    {
        using var sink = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(MailBurst).Assembly.Location, "smtp-sink"] : ["smtp-sink"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await sink.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        var folder = Directory.CreateTempSubdirectory("daybook-bench-");
        var app = DaybookServer.Build(new ServerSettings(
            folder.FullName,
            "http://127.0.0.1:0",
            [
                new("Database", database), new("ADMIN_PASSWORD", "correct-horse-battery"), new("Hosting:PublicAddress", "https://reports.example.com"), new("Logging:LogLevel:Daybook", "Warning"),
                new("Channels:mail:Kind", "email"), new("Channels:mail:Host", "127.0.0.1"), new("Channels:mail:Port", port), new("Channels:mail:Security", "none"), new("Channels:mail:From", "reports@example.com"),
            ],
            TimeProvider.System));
        await DaybookServer.StartAsync(app, CancellationToken.None).ConfigureAwait(false);
        try
        {
            await MeasureAsync(app.Services, mails, isOneReport).ConfigureAwait(false);
        }
        finally
        {
            await app.StopAsync().ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
            sink.StandardInput.Close();
            await sink.WaitForExitAsync().ConfigureAwait(false);
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(IServiceProvider services, int mails, bool isOneReport)
    {
        var reports = await MakeAsync(services, isOneReport ? 1 : mails, isOneReport).ConfigureAwait(false);
        var (database, orders, ledger) = (services.GetRequiredService<Database>(), services.GetRequiredService<DeliveryOrders>(), services.GetRequiredService<DeliveryStore>());
        var occurrence = reports[0].Value;
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var before = self.WorkingSet64;
        var start = Stopwatch.GetTimestamp();
        var work = self.TotalProcessorTime;
        await using (var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false))
        {
            for (var i = 0; i < mails; i++)
            {
                var target = new ChannelTarget("mail", [string.Create(CultureInfo.InvariantCulture, $"user{i}@example.com")]);
                await orders.PlanAsync(session, Caller.Server, new DeliveryOrder(reports[isOneReport ? 0 : i], new Distribution([target])) { OccurrenceId = occurrence }, CancellationToken.None).ConfigureAwait(false);
            }

            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        services.GetRequiredService<DeliverySignals>().Changed();
        var planned = Stopwatch.GetElapsedTime(start);
        var (peak, accepted) = (before, 0);
        while (accepted < mails)
        {
            await Task.Delay(100).ConfigureAwait(false);
            self.Refresh();
            peak = Math.Max(peak, self.WorkingSet64);
            await using var session = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
            var summary = await ledger.SummaryOfOccurrenceAsync(session, occurrence, 1, CancellationToken.None).ConfigureAwait(false);
            if (summary.HasErrors)
                throw new InvalidOperationException($"{summary.Failed} failed, {summary.Unknown} unknown");
            accepted = summary.Accepted;
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mails} mails in {elapsed.TotalSeconds:0.0} s (written to the ledger in {planned.TotalSeconds:0.0} s): {mails / elapsed.TotalSeconds:0} mails/s; memory {before / 1e6:0} MB before, {peak / 1e6:0} MB at most; {1000 * (self.TotalProcessorTime - work).TotalSeconds / mails:0.00} ms of processor a mail"));
    }

    /// <summary>Reports that are made, each with a document and a PDF of its own.</summary>
    private static async Task<ImmutableArray<ReportId>> MakeAsync(IServiceProvider services, int count, bool hasChart)
    {
        var (database, stores, contents, clock) = (services.GetRequiredService<Database>(), services.GetRequiredService<ReportStores>(), services.GetRequiredService<ContentStore>(), TimeProvider.System);
        var export = new RequestedExport(Exporters.Find(Format)!, FormatOptions.Of(Format, new ExportFormatOptions(), BuiltInThemes.Daybook));
        var made = ImmutableArray.CreateBuilder<ReportId>(count);
        for (var i = 0; i < count; i++)
        {
            var document = Document(i, hasChart);
            var artifact = await ReportPipeline.ExportAsync(document, export, clock, CancellationToken.None).ConfigureAwait(false);
            await using var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
            var template = await session.GetAsync<TemplateId>("select id from cob_report_templates order by id limit 1", null, CancellationToken.None).ConfigureAwait(false);
            var user = await session.GetAsync<UserId>("select id from users order by id limit 1", null, CancellationToken.None).ConfigureAwait(false);
            var id = await stores.Reports.AddAsync(
                session, new NewReport(template, 1, Empty, new DateOnly(2026, 5, 4), "UTC", null, null, null, null, Empty, Empty, new Json("[]"), Empty, clock.Now(), user, null), CancellationToken.None).ConfigureAwait(false);
            var sha256 = await contents.PutAsync(session, DocumentJson.Write(document), packed: true, CancellationToken.None).ConfigureAwait(false);
            await contents.PutAsync(session, artifact.Content.AsMemory(), packed: false, CancellationToken.None).ConfigureAwait(false);
            await stores.Exports.SaveAsync(session, id, new ExportInput(Format, ImmutableSortedDictionary<string, string>.Empty), artifact, "application/pdf", clock.Now(), CancellationToken.None).ConfigureAwait(false);
            await session.ExecuteAsync("update cob_generated_reports set status = 'completed', document_sha256 = @sha256 where id = @id", new { id, sha256 }, CancellationToken.None).ConfigureAwait(false);
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            made.Add(id);
        }

        return made.MoveToImmutable();
    }

    private static ReportDocument Document(int number, bool hasChart) => new(
        new DocumentMetadata
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Close of desk {number}"), BusinessDate = new DateOnly(2026, 5, 4), TemplateId = "close", TemplateName = "Close", TemplateVersion = "1",
            GeneratedAt = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero), Status = ReportStatus.Completed,
        },
        [
            new Section("summary", "Summary", SectionKind.Data,
            [
                new MetricCards([new MetricCard("Attempts", new TextCell([new TextInline(string.Create(CultureInfo.InvariantCulture, $"{number * 17}"))]))]),
                .. Enumerable.Range(0, 20).Select(line => new Paragraph([new TextInline(string.Create(CultureInfo.InvariantCulture, $"Finding {line} of desk {number}: the guard held, and nothing left the house."))])),
            ]),
            .. hasChart ? [new Section("trend", "Trend", SectionKind.Data, [Chart()])] : ImmutableArray<Section>.Empty,
        ]);

    private static Chart Chart()
    {
        ImmutableArray<string> days = [.. Enumerable.Range(1, 28).Select(day => string.Create(CultureInfo.InvariantCulture, $"05-{day:00}"))];
        return new Chart(
            ChartType.Line,
            days,
            [.. new[] { "Attempts", "Successes", "Refusals" }.Select((name, at) => new ChartDataset(name, [.. days.Select((_, day) => (double?)(day * (at + 3) % 17))]))],
            "Attempts, successes and refusals a day.") { Title = "Attempts a day" };
    }
}
