using System.Text;
using Daybook.Accounts;
using Daybook.Archive;
using Daybook.Audit;
using Daybook.Delivery;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Archive;

public abstract class RetentionTests : StoreTests
{
    private static readonly Json Empty = new("{}");

    private readonly RetentionOptions _options = new();
    private UserId _user;
    private TemplateId _template;

    private protected abstract ContentStore Contents { get; }

    private ReportStore Reports => new(Database);

    private ContentCollector Collector => new(Database, Contents);

    private AuditLog Audit => new(new AuditStore(Database), Clock);

    private Caller Ann => new(_user, "ann", Role.Operator, [], null);

    private Holds Holds => new(Database, Reports, new HoldStore(Database), Audit, Clock);

    private Retention Retention => new(Database, new RetentionStore(), new HoldStore(Database), Collector, Audit, Options.Create(_options), Clock);

    /// <summary>A finished report, so many days old, with a snapshot, a document and one artifact.</summary>
    private async Task<ReportId> AddAsync(int days, string snapshot = "the same for all")
    {
        if (_user == default)
        {
            _user = await WriteAsync(session => new UserStore().AddAsync(session, new NewUser("ann", "Ann", null, null, Role.Operator, new Json("[]")), Cancel));
            _template = await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("T", "1", null, null, Empty, Empty, Empty, []), _user, null, false, Cancel));
        }

        var at = Start.AddDays(-days);
        return await WriteAsync(async session =>
        {
            var id = await Reports.AddAsync(
                session, new NewReport(_template, 1, Empty, new DateOnly(2026, 5, 4), "UTC", null, null, null, null, new Json("""{"customer":"x"}"""), Empty, new Json("[]"), Empty, at, _user, null), Cancel);
            var kept = await Contents.PutAsync(session, Encoding.UTF8.GetBytes(snapshot), true, Cancel);
            var document = await Contents.PutAsync(session, Encoding.UTF8.GetBytes($"document {id}"), true, Cancel);
            await session.ExecuteAsync(
                "update cob_generated_reports set status = 'completed', finished_at = @at, manifest = '{}', snapshot_sha256 = @kept, document_sha256 = @document where id = @id", new { id, at, kept, document }, Cancel);
            await ExportAsync(session, id, "markdown", null);
            var answer = await Contents.PutAsync(session, Encoding.UTF8.GetBytes($"answer {id}"), true, Cancel);
            await new ReportAnalysisStore().SaveAsync(session, id, new StoredAnalysis { BlockId = "words", Sha256 = answer, IsAnswered = true }, Cancel);
            return id;
        });
    }

    private async Task<ExportId> ExportAsync(Session session, ReportId id, string format, DateTimeOffset? expiresAt)
    {
        var (store, input) = (new ExportStore(), new ExportInput(format, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty));
        var bytes = Encoding.UTF8.GetBytes($"{format} {id}");
        var artifact = new Artifact(format, "a." + format, [.. bytes], await Contents.PutAsync(session, bytes, false, Cancel), TimeSpan.Zero);
        return expiresAt is { } expires
            ? await store.AddLaterAsync(session, id, input, artifact, "text/plain", Start, expires, Cancel)
            : await store.SaveAsync(session, id, input, artifact, "text/plain", Start, Cancel);
    }

    private async Task<StoredReport> FindAsync(ReportId id) => (await ReadAsync(session => Reports.FindAsync(session, Caller.Server, id, Cancel)))!;

    private Task<long> CountAsync(string table) => ReadAsync(session => session.GetAsync<long>($"select count(*) from {table}", null, Cancel));

    private async Task<string[]> PlannedAsync() => [.. (await Retention.ListAsync(DateTimeOffset.UnixEpoch, default, 100, Cancel)).Select(report => $"{(Start - report.GeneratedAt).Days} {report.Reason}")];

    [Fact]
    public async Task Without_settings_nothing_ever_goes()
    {
        await AddAsync(5000);
        Assert.Empty(await PlannedAsync());
        Assert.Equal(new PruneResult(0, 0, 0, 0, WaitingContent.None), await Retention.PruneAsync(Caller.Server, Cancel));
    }

    [Fact]
    public async Task Reports_go_by_age_and_by_count_and_the_dry_run_says_which_and_how_much()
    {
        foreach (var days in new[] { 40, 20, 10, 5 })
            await AddAsync(days);
        (_options.Days, _options.ReportsPerTemplate) = (30, 2);
        Assert.Equal(["40 age", "20 count"], await PlannedAsync());
        var plan = await Retention.PlanAsync(Cancel);
        Assert.Equal((2, 0), (plan.Reports, plan.Exports));

        var before = await ReadAsync(session => session.GetAsync<long>("select cast(sum(stored_bytes) as bigint) from contents", null, Cancel));
        var result = await Retention.PruneAsync(Caller.Server, Cancel);
        Assert.Equal((2, 0), (result.Reports, result.Exports));
        Assert.Equal((0, plan.Bytes), (result.Bytes, result.Waiting.Bytes));
        await Collector.RunAsync(TimeSpan.Zero, Cancel);
        var after = await ReadAsync(session => session.GetAsync<long>("select cast(sum(stored_bytes) as bigint) from contents", null, Cancel));
        Assert.Equal(plan.Bytes, before - after);
        Assert.Empty(await PlannedAsync());
        Assert.Empty(await ReadAsync(session => Contents.CheckAsync(session, Cancel)));
    }

    [Fact]
    public async Task A_pruned_report_stays_as_a_record_without_its_data()
    {
        var id = await AddAsync(40);
        _options.Days = 30;
        await Retention.PruneAsync(Caller.Server, Cancel);
        var report = await FindAsync(id);
        Assert.Equal((Start, null, null, "{}", "{}"), (report.PrunedAt, report.SnapshotSha256, report.DocumentSha256, report.Parameters.Text, report.Manifest?.Text));
        Assert.Equal(0, await CountAsync("cob_report_exports"));
        Assert.Equal(0, await CountAsync("cob_report_analyses"));
        Assert.Throws<ProblemException>(report.RequireKept);
        var entries = await ReadAsync(session => session.ListAsync<string>("select action from audit_entries", null, Cancel));
        Assert.Equal(["report.pruned"], entries);
    }

    [Fact]
    public async Task A_held_report_never_goes_until_every_hold_is_released()
    {
        var id = await AddAsync(40);
        _options.Days = 30;
        var (first, second) = (await Holds.PlaceAsync(Ann, id, "Matter 1", Cancel), await Holds.PlaceAsync(Ann, id, "Matter 2", Cancel));
        Assert.Empty(await PlannedAsync());
        await Holds.ReleaseAsync(Ann, id, first, "closed", Cancel);
        Assert.Equal(0, (await Retention.PruneAsync(Caller.Server, Cancel)).Reports);
        await Assert.ThrowsAsync<ProblemException>(() => Holds.ReleaseAsync(Ann, id, first, "again", Cancel));
        await Holds.ReleaseAsync(Ann, id, second, "closed", Cancel);
        Assert.Equal(1, (await Retention.PruneAsync(Caller.Server, Cancel)).Reports);
        var holds = await Holds.ListAsync(Ann, id, Cancel);
        Assert.All(holds, hold => Assert.Equal(("ann", "ann", "closed"), (hold.PlacedBy, hold.ReleasedBy, hold.ReleaseReason)));
        Assert.Equal(ProblemType.NotPossibleNow, (await Assert.ThrowsAsync<ProblemException>(() => Holds.PlaceAsync(Ann, id, "too late", Cancel))).Type);
    }

    [Fact]
    public async Task A_report_that_is_still_to_be_delivered_stays_until_it_is()
    {
        var id = await AddAsync(40);
        _options.Days = 30;
        await WriteAsync(async session =>
        {
            var key = new string('a', 64);
            var distribution = await session.GetAsync<DistributionId>(
                """
                insert into distributions (distribution_key, report_id, revision, channel, event, title, business_date, is_test, settings, artifacts, ordered_by_name, ordered_at)
                values (@key, @id, 1, 'mail', 'report', 'Close', @date, false, '{}', '[]', 'ann', @at) returning id
                """,
                new { key, id, date = new DateOnly(2026, 5, 4), at = Start },
                Cancel);
            await session.ExecuteAsync(
                """
                insert into deliveries (distribution_id, delivery_key, channel, recipient, guarantee, state, planned_at, due_at, next_attempt_at, state_changed_at)
                values (@distribution, @key, 'mail', 'a@example.com', 'at_most_once', 'planned', @at, @at, @at, @at)
                """,
                new { distribution, key, at = Start },
                Cancel);
        });
        Assert.Empty(await PlannedAsync());
        Assert.Equal(0, (await Retention.PruneAsync(Caller.Server, Cancel)).Reports);
        await WriteAsync(session => session.ExecuteAsync("update deliveries set state = 'accepted'", null, Cancel));
        Assert.Equal(1, (await Retention.PruneAsync(Caller.Server, Cancel)).Reports);
    }

    [Fact]
    public async Task A_hold_placed_while_reports_go_keeps_its_report_or_is_refused()
    {
        var ids = new List<ReportId>();
        for (var i = 0; i < 12; i++)
            ids.Add(await AddAsync(40 + i));
        _options.Days = 30;
        var pruning = Task.Run(() => Retention.PruneAsync(Caller.Server, Cancel));
        var held = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
        {
            try
            {
                await Holds.PlaceAsync(Ann, id, "now", Cancel);
                return true;
            }
            catch (ProblemException problem) when (problem.Type == ProblemType.NotPossibleNow)
            {
                return false;
            }
        })));
        await pruning;
        foreach (var (id, isHeld) in ids.Zip(held))
            Assert.Equal(isHeld, (await FindAsync(id)).PrunedAt is null);
    }

    [Fact]
    public async Task Formats_asked_for_later_go_when_their_links_have_expired_and_those_made_with_the_report_stay()
    {
        var (id, held) = (await AddAsync(1), await AddAsync(2));
        await Holds.PlaceAsync(Ann, held, "Matter", Cancel);
        await WriteAsync(session => ExportAsync(session, id, "html", Start.AddHours(-1)));
        await WriteAsync(session => ExportAsync(session, id, "json", Start.AddHours(1)));
        await WriteAsync(session => ExportAsync(session, held, "html", Start.AddHours(-1)));
        Assert.Equal((0, 1), ((await Retention.PlanAsync(Cancel)).Reports, (await Retention.PlanAsync(Cancel)).Exports));
        Assert.Equal(1, (await Retention.PruneAsync(Caller.Server, Cancel)).Exports);
        Assert.Equal(["html", "json", "markdown", "markdown"], await ReadAsync(session => session.ListAsync<string>("select format from cob_report_exports order by format", null, Cancel)));
    }

    [Fact]
    public async Task Every_format_of_the_program_can_be_kept_and_no_other()
    {
        var id = await AddAsync(1);
        foreach (var exporter in Exporters.All)
            await WriteAsync(session => ExportAsync(session, id, exporter.Format, null));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => WriteAsync(session => ExportAsync(session, id, "scroll", null)));
    }

    [Fact]
    public async Task Content_that_something_refers_to_or_that_is_young_is_never_collected()
    {
        await AddAsync(1);
        var orphan = await WriteAsync(session => Contents.PutAsync(session, "orphan"u8.ToArray(), false, Cancel));
        Assert.Equal(0, (await Collector.RunAsync(ContentCollector.Grace, Cancel)).Count);
        Assert.Equal(new CollectedContent(1, 6), await Collector.RunAsync(TimeSpan.Zero, Cancel));
        await Assert.ThrowsAsync<DamagedContentException>(() => ReadAsync(session => Contents.ReadAsync(session, orphan, Cancel)));
        Assert.Equal(4, await CountAsync("contents"));
        Assert.Empty(await ReadAsync(session => Contents.CheckAsync(session, Cancel)));
    }

    [Fact]
    public async Task Collecting_beside_reports_that_are_made_never_takes_what_they_refer_to()
    {
        var first = await AddAsync(1, "shared");
        using var stop = new CancellationTokenSource();
        var collecting = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Collector.RunAsync(TimeSpan.Zero, Cancel);
        });

        // The same few contents lose their last reference and are put again, over and over.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 15; round++)
            {
                var id = await AddAsync(1, $"content {round % 3}");
                await WriteAsync(session => session.ExecuteAsync("update cob_generated_reports set snapshot_sha256 = null where id = @id and @round % 2 = 0", new { id, round }, Cancel));
            }
        })));
        await stop.CancelAsync();
        await collecting;

        var references = await ReadAsync(session => session.ListAsync<string>("select snapshot_sha256 from cob_generated_reports where snapshot_sha256 is not null", null, Cancel));
        Assert.Equal(1 + (4 * 7), references.Length);
        foreach (var sha256 in references.Distinct())
            await ReadAsync(session => Contents.ReadAsync(session, sha256, Cancel));
        Assert.Empty(await ReadAsync(session => Contents.CheckAsync(session, Cancel)));
        Assert.NotNull(await FindAsync(first));
    }

    [Fact]
    public async Task Every_reference_to_content_is_known_to_the_collector()
    {
        var references = Database.Dialect == "sqlite"
            ? await ReadAsync(session => session.ListAsync<string>("select m.name || '.' || f.\"from\" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and f.\"table\" = 'contents'", null, Cancel))
            : await ReadAsync(session => session.ListAsync<string>(
                "select c.conrelid::regclass::text || '.' || a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'f' and c.confrelid = 'contents'::regclass", null, Cancel));
        Assert.Equal(ContentReference.All.Select(reference => $"{reference.Table}.{reference.Column}").Order(), references.Order());
    }
}
