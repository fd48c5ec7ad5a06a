using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Delivery;

public abstract class DeliveryLedgerTests : StoreTests
{
    private protected abstract ContentStore Contents { get; }

    private static readonly Json Empty = new("{}");
    private static readonly Guid Occurrence = new("0197f5a0-0000-7000-8000-000000000001");

    private readonly ChannelRegistry _channels = RecordingChannel.Registry(
        new RecordingChannel("mail"), new RecordingChannel("vault", new ChannelTraits("s3", 1_000_000, DeliveryGuarantee.AtLeastOnce, false)));

    private DeliveryStore Ledger => new(Database);

    private DeliveryWorkStore Work => new(Database, Ledger, new ExportStore());

    private SuppressionStore Suppressions => new(Database);

    private DeliveryOrders Orders => new(
        Ledger, Suppressions, new RecipientRules(Options.Create(new DeliveryOptions())), new PasswordDeliveries(Ledger, new RecipientRules(Options.Create(new DeliveryOptions())), _channels), _channels,
        new ReportStores(new ReportStore(Database), new ReportWorkStore(Database), new ExportStore(), new ReportAnalysisStore()), new AuditLog(new AuditStore(Database), Clock), Clock);

    private static ChannelTarget To(string channel, params string[] recipients) => new(channel, [.. recipients]);

    /// <summary>A report that is made, with a PDF and a Markdown file.</summary>
    private async Task<ReportId> ReportAsync(string status = "completed", string? data = null)
    {
        var user = await WriteAsync(async session => await new UserStore().FindAsync(session, "ann", Cancel) is { } known
            ? known.Id
            : await new UserStore().AddAsync(session, new NewUser("ann", "Ann", null, null, Role.Author, new Json("[]")), Cancel));
        var template = await WriteAsync(session => session.FindAsync<TemplateId?>("select id from cob_report_templates limit 1", null, Cancel))
            ?? await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("Close", "1", null, null, Empty, Empty, Empty, []), user, null, false, Cancel));
        var id = await WriteAsync(session => new ReportStore(Database).AddAsync(
            session, new NewReport(template, 1, Empty, new DateOnly(2026, 5, 4), "UTC", null, null, null, null, Empty, Empty, new Json("[]"), Empty, Start, user, null), Cancel));
        foreach (var (format, file) in new[] { ("markdown", "a.md"), ("pdf", "a.pdf") })
        {
            await WriteAsync(async session =>
            {
                var artifact = new Artifact(format, file, [.. System.Text.Encoding.UTF8.GetBytes(file)], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))), TimeSpan.Zero);
                await Contents.PutAsync(session, artifact.Content.AsMemory(), false, Cancel);
                await new ExportStore().SaveAsync(session, id, new ExportInput(format, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty), artifact, "application/octet-stream", Start, Cancel);
            });
        }

        await WriteAsync(session => session.ExecuteAsync("update cob_generated_reports set status = @status, report_data = @data where id = @id", new { id, status, data = data is null ? (Json?)null : new Json(data) }, Cancel));
        return id;
    }

    private Task<DeliveryPlan> PlanAsync(DeliveryOrder order) => WriteAsync(session => Orders.PlanAsync(session, Caller.Server, order, Cancel));

    private async Task<IReadOnlyList<StoredDelivery>> AllAsync() =>
        [.. (await ReadAsync(session => Ledger.ListAsync(session, new DeliveryFilter(), DateTimeOffset.MaxValue.AddDays(-1), default, 1000, Cancel))).OrderBy(delivery => delivery.Recipient, StringComparer.Ordinal)];

    private Task<System.Collections.Immutable.ImmutableArray<StoredDelivery>> ClaimAsync(string channel = "mail", int lease = 60, int limit = 100) =>
        WriteAsync(async session => await Work.ClaimAsync(
            session, [.. (await Work.WaitingAsync(session, channel, limit, Clock.Now(), Cancel)).Select(delivery => delivery.Id)], "node", lease, Clock.Now(), Cancel));

    [Fact]
    public async Task The_same_order_is_planned_once_and_a_new_recipient_is_added()
    {
        var report = await ReportAsync();
        Assert.Equal(new DeliveryPlan(2, 0, 0), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x", "b@x")])) { OccurrenceId = Occurrence }));
        Assert.Equal(new DeliveryPlan(0, 0, 2), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x", "b@x")])) { OccurrenceId = Occurrence }));
        Assert.Equal(new DeliveryPlan(1, 0, 2), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x", "b@x", "c@x")])) { OccurrenceId = Occurrence }));
        Assert.Equal(new DeliveryPlan(1, 0, 0), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x")])) { OccurrenceId = Occurrence, Revision = 2 }));
        Assert.Equal(4, (await AllAsync()).Select(delivery => delivery.DeliveryKey).Distinct().Count());
        Assert.Equal(3, (await ReadAsync(session => Ledger.SummaryOfOccurrenceAsync(session, Occurrence, 1, Cancel))).Planned);
        Assert.Equal(1, (await ReadAsync(session => Ledger.SummaryOfOccurrenceAsync(session, Occurrence, 2, Cancel))).Planned);
    }

    [Fact]
    public async Task People_get_the_pdf_and_stores_get_every_format()
    {
        await PlanAsync(new DeliveryOrder(await ReportAsync(), new([To("mail", "a@x"), To("vault", "close@"), To("mail", "b@x") with { Artifacts = [new("pdf", true), new("xlsx", false)] }])));
        var artifacts = new List<string>();
        foreach (var delivery in await AllAsync())
            artifacts.Add(string.Join(' ', (await ReadAsync(session => Ledger.GetAsync(session, delivery.DistributionId, Cancel))).ReadArtifacts().Select(artifact => $"{artifact.Format}{(artifact.AsLink ? "~" : "")}{(artifact.Sha256 is null ? "!" : "")}")));
        Assert.Equal(["pdf", "pdf~ xlsx!", "markdown pdf"], artifacts);
    }

    [Fact]
    public async Task What_a_rule_holds_back_is_written_down_with_its_reason()
    {
        await WriteAsync(session => Suppressions.AddAsync(session, "mail", "Gone@X", "unsubscribed", "ann", Start, Cancel));
        await WriteAsync(session => Suppressions.AddAsync(session, SuppressionStore.EveryChannel, "never@x", "left the house", "ann", Start, Cancel));
        var report = await ReportAsync(data: """{"blocks":[{"id":"a","title":null,"status":"empty","reason_code":null,"reason":null}],"log":[],"durations_ms":{}}""");
        Assert.Equal(new DeliveryPlan(1, 2, 0), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x", "gone@x", "Never@x")]))));
        Assert.Equal(new DeliveryPlan(0, 1, 0), await PlanAsync(new DeliveryOrder(report, new([To("vault", "b@") with { OnEmpty = EmptyPolicy.Skip }]))));
        Assert.Equal(new DeliveryPlan(0, 1, 0), await PlanAsync(new DeliveryOrder(report, new([To("vault", "c@") with { When = DistributionWhen.WithErrors }]))));
        Assert.Equal(new DeliveryPlan(0, 1, 0), await PlanAsync(new DeliveryOrder(report, new([To("vault", "d@")])) { SuppressBecause = "A backfill without delivery." }));
        Assert.Equal(["Never@x suppressed", "a@x ", "b@ empty", "c@ condition_false", "d@ not_wanted", "gone@x suppressed"], (await AllAsync()).Select(delivery => $"{delivery.Recipient} {delivery.ReasonCode}"));
        Assert.All((await AllAsync()).Where(delivery => delivery.ReasonCode is not null), delivery => Assert.EndsWith(".", delivery.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_is_not_made_cannot_be_sent_but_a_notice_about_it_can()
    {
        var report = await ReportAsync("failed");
        var refused = await Assert.ThrowsAsync<ProblemException>(() => PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x")]))));
        Assert.Equal(ProblemType.NotPossibleNow, refused.Type);
        var notice = new Notice("report.failed", "Close", new DateOnly(2026, 5, 4), "failed", ["The source did not answer."], []);
        Assert.Equal(new DeliveryPlan(1, 0, 0), await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x")])) { Notice = notice }));
        Assert.Equal(new DeliveryPlan(1, 0, 0), await PlanAsync(new DeliveryOrder(null, new([To("mail", "a@x")])) { Notice = notice with { Event = "report.missed", Status = "missed" }, OccurrenceId = Occurrence }));
        Assert.Equal(0, (await ReadAsync(session => Ledger.SummaryOfOccurrenceAsync(session, Occurrence, 1, Cancel))).Planned);
    }

    [Fact]
    public async Task Nothing_is_taken_before_its_time_and_nothing_twice()
    {
        var report = await ReportAsync();
        await PlanAsync(new DeliveryOrder(report, new([To("mail", "later@x")])) { NotBefore = Start.AddHours(1) });
        await PlanAsync(new DeliveryOrder(report, new([To("mail", [.. Enumerable.Range(0, 30).Select(i => $"{i:00}@x")])])));
        Assert.Equal(["mail"], await ReadAsync(session => Work.WaitingChannelsAsync(session, Clock.Now(), Cancel)));
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClaimAsync(limit: 7))));
        var taken = claims.SelectMany(claim => claim).Concat(await ClaimAsync()).Select(delivery => delivery.Recipient).ToList();
        Assert.Equal(30, taken.Count);
        Assert.Equal(30, taken.Distinct().Count());
        Assert.Equal(Start.AddHours(1), await ReadAsync(session => Work.NextAsync(session, Clock.Now(), Cancel)));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("later@x", Assert.Single(await ClaimAsync()).Recipient);
    }

    [Fact]
    public async Task A_large_order_does_not_delay_small_ones_nor_they_it()
    {
        var report = await ReportAsync();
        await PlanAsync(new DeliveryOrder(report, new([To("mail", [.. Enumerable.Range(0, 60).Select(i => $"large{i:00}@x")])])));
        Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 12; i++)
            await PlanAsync(new DeliveryOrder(report, new([To("mail", $"small{i:00}@x")])) { Revision = 2 + i });
        for (var i = 0; i < 3; i++)
        {
            var taken = await ClaimAsync(limit: 8);
            var small = taken.Count(delivery => delivery.Recipient.StartsWith("small", StringComparison.Ordinal));
            // The one that stands first in the large order is as good as those that stand first in small ones.
            Assert.True(taken.Length == 8 && small is 3 or 4, $"{small} small ones of {taken.Length}");
        }

        Assert.Equal(48, (await ClaimAsync()).Length);
    }

    [Fact]
    public async Task The_parts_of_one_burst_wait_as_one_order()
    {
        var report = await ReportAsync();
        for (var part = 0; part < 20; part++)
            await PlanAsync(new DeliveryOrder(report, new([To("mail", $"part{part:00}@x")])) { Revision = 1 + part, Turn = part });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await PlanAsync(new DeliveryOrder(report, new([To("mail", "later@x")])) { Revision = 21 });
        Assert.Contains("later@x", (await ClaimAsync(limit: 4)).Select(delivery => delivery.Recipient));
    }

    [Fact]
    public async Task Only_the_holder_of_the_claim_writes()
    {
        await PlanAsync(new DeliveryOrder(await ReportAsync(), new([To("mail", "a@x")])));
        var lost = Assert.Single(await ClaimAsync(lease: -1));
        Assert.Equal(lost.Id, Assert.Single(await ReadAsync(session => Work.AbandonedAsync(session, 10, Cancel))).Id);
        await WriteAsync(session => Ledger.StepAsync(session, [lost.Id], DeliveryStep.Release, "daybook", "node_lost", "The node ended.", Start, Cancel));
        var held = Assert.Single(await ClaimAsync());
        await Assert.ThrowsAsync<ClaimLostException>(() => WriteAsync(session => Work.CommitAsync(session, lost, [], Start, Cancel)));
        var done = new DeliveryResult(DeliveryStep.Accept, true, null, "Taken.", "receipt", null);
        Assert.False(await WriteAsync(session => Work.FinishAsync(session, lost, done, Start, Cancel)));
        await WriteAsync(session => Work.CommitAsync(session, held, [], Start, Cancel));
        Assert.True(await WriteAsync(session => Work.FinishAsync(session, held, done, Start, Cancel)));
        Assert.False(await WriteAsync(session => Work.FinishAsync(session, held, done, Start, Cancel)));
        var delivery = Assert.Single(await AllAsync());
        Assert.Equal((DeliveryState.Accepted, 1, 1, "receipt", Start), (delivery.State, delivery.Attempt, delivery.Interruptions, delivery.Receipt, delivery.AcceptedAt));
        Assert.Equal(
            [">planned", "planned>sending", "sending>planned node_lost", "planned>sending", "sending>accepted"],
            (await ReadAsync(session => Ledger.EventsAsync(session, delivery.Id, Cancel))).Select(change => $"{change.FromState}>{change.ToState} {change.Code}".Trim()));
    }

    [Fact]
    public async Task What_a_message_leads_to_is_kept_until_the_last_of_its_links_ends()
    {
        var report = await ReportAsync();
        await PlanAsync(new DeliveryOrder(report, new([To("mail", "a@x")])));
        var export = (await ReadAsync(session => new ExportStore().ListAsync(session, report, Cancel)))[0];
        DeliveryLink Until(int hours) => new(export.Id, "a.md", "markdown", 1, new Uri("https://reports.example/a"), NodaTime.Instant.FromDateTimeOffset(Start.AddHours(hours)));
        Task<DateTimeOffset?> KeptAsync() => ReadAsync(session => session.GetAsync<DateTimeOffset?>("select expires_at from cob_report_exports where id = @Id", new { export.Id }, Cancel));
        var held = Assert.Single(await ClaimAsync());
        await Assert.ThrowsAsync<ClaimLostException>(() => WriteAsync(session => Work.CommitAsync(session, held with { Fence = held.Fence - 1 }, [Until(9)], Start, Cancel)));
        Assert.Null(await KeptAsync());
        await WriteAsync(session => Work.CommitAsync(session, held, [Until(2)], Start, Cancel));
        await WriteAsync(session => Work.CommitAsync(session, held, [Until(1)], Start, Cancel));
        Assert.Equal(Start.AddHours(2), await KeptAsync());
    }

    [Fact]
    public async Task No_step_is_taken_from_a_state_it_may_not_begin_in()
    {
        await PlanAsync(new DeliveryOrder(await ReportAsync(), new([To("mail", "a@x")])));
        var id = Assert.Single(await AllAsync()).Id;
        foreach (var state in DeliveryState.All)
        {
            foreach (var step in DeliveryStep.All)
            {
                await WriteAsync(session => session.ExecuteAsync("update deliveries set state = @state where id = @id", new { id, state }, Cancel));
                var taken = await WriteAsync(session => Ledger.StepAsync(session, [id], step, "ann", null, null, Start, Cancel));
                Assert.Equal(step.From.Contains(state), taken.Contains(id));
                Assert.Equal(step.From.Contains(state) ? step.To : state, Assert.Single(await AllAsync()).State);
            }
        }
    }

    [Fact]
    public async Task The_audit_log_tells_of_a_distribution_without_addresses()
    {
        await PlanAsync(new DeliveryOrder(await ReportAsync(), new([To("mail", "secret@x")])));
        var entry = Assert.Single(await ReadAsync(session => new AuditStore(Database).ListAsync(session, long.MaxValue, "report.distributed", null, null, 5, Cancel)));
        Assert.DoesNotContain("secret", entry.AfterState!.Value.Text, StringComparison.Ordinal);
        Assert.Equal(1, JsonElement.Parse(entry.AfterState.Value.Text).GetProperty("plan").GetProperty("planned").GetInt32());
    }
}
