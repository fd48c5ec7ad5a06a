using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Tests.BothDatabases.Reports;

public abstract class ReportWorkTests : StoreTests
{
    private static readonly Json Empty = new("{}");

    private ReportWorkStore Work => new(Database);

    private ReportStore Reports => new(Database);

    private async Task<ReportId> AddAsync(int minute = 0)
    {
        var user = await WriteAsync(async session => await new UserStore().FindAsync(session, "ann", Cancel) is { } known
            ? known.Id
            : await new UserStore().AddAsync(session, new NewUser("ann", "Ann", null, null, Role.Author, new Json("[]")), Cancel));
        var template = await WriteAsync(session => session.FindAsync<TemplateId?>("select id from cob_report_templates limit 1", null, Cancel))
            ?? await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("T", "1", null, null, Empty, Empty, Empty, []), user, null, false, Cancel));
        return await WriteAsync(session => Reports.AddAsync(
            session, new NewReport(template, 1, Empty, new DateOnly(2026, 5, 4), "UTC", null, null, null, null, Empty, Empty, new Json("[]"), Empty, Start.AddMinutes(minute), user, null), Cancel));
    }

    private Task<StoredReport?> ClaimAsync(string node, int leaseSeconds = 60) => WriteAsync(session => Work.ClaimAsync(session, node, leaseSeconds, Start, Cancel));

    private async Task<StoredReport> FindAsync(ReportId id) => (await ReadAsync(session => Reports.FindAsync(session, Caller.Server, id, Cancel)))!;

    [Fact]
    public async Task The_oldest_waiting_report_is_taken_first_and_once()
    {
        var (second, first) = (await AddAsync(2), await AddAsync(1));
        Assert.Equal(first, (await ClaimAsync("a"))!.Id);
        Assert.Equal(second, (await ClaimAsync("b"))!.Id);
        Assert.Null(await ClaimAsync("c"));
    }

    [Fact]
    public async Task Of_many_nodes_that_look_at_once_one_gets_each_report()
    {
        for (var i = 0; i < 6; i++)
            await AddAsync(i);
        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(node => Task.Run(() => ClaimAsync($"{node}"))));
        var taken = claims.OfType<StoredReport>().Select(report => report.Id).ToList();
        Assert.Equal(taken.Distinct().Count(), taken.Count);
        while (await ClaimAsync("rest") is { } report)
            taken.Add(report.Id);
        Assert.Equal(6, taken.Distinct().Count());
        Assert.Equal(6, taken.Count);
    }

    [Fact]
    public async Task A_report_of_a_silent_node_is_taken_over_and_the_silent_one_may_write_no_more()
    {
        await AddAsync();
        var lost = (await ClaimAsync("dead", leaseSeconds: -1))!;
        var taken = (await ClaimAsync("alive"))!;
        Assert.Equal(lost.Id, taken.Id);
        Assert.Equal(2, taken.Attempt);
        await Assert.ThrowsAsync<ClaimLostException>(() => WriteAsync(session => Work.BeginStageAsync(session, lost, ReportStage.Export, Cancel)));
        await Assert.ThrowsAsync<ClaimLostException>(() => WriteAsync(session => Work.FinishAsync(session, lost, ReportOutcome.Failed("x", "x"), Start, Cancel)));
        Assert.True(await ReadAsync(session => Work.ShouldEndAsync(session, lost, Cancel)));
        Assert.False(await ReadAsync(session => Work.ShouldEndAsync(session, taken, Cancel)));
        await WriteAsync(session => Work.FinishAsync(session, taken, new ReportOutcome(ReportState.Completed, null, null, null), Start.AddSeconds(2), Cancel));
        var report = await FindAsync(taken.Id);
        Assert.Equal(ReportState.Completed, report.Status);
        Assert.Equal(2000, report.ProcessingTimeMs);
    }

    [Fact]
    public async Task Data_that_no_document_can_be_made_of_are_left_by_who_has_the_claim()
    {
        var id = await AddAsync();
        var lost = (await ClaimAsync("dead", leaseSeconds: -1))!;
        var taken = (await ClaimAsync("alive"))!;
        var sha256 = new string('a', 64);
        await WriteAsync(session => session.ExecuteAsync("insert into contents (sha256, size_bytes, encoding) values (@sha256, 1, 'none')", new { sha256 }, Cancel));
        await WriteAsync(session => Work.KeepSnapshotAsync(session, taken, sha256, Cancel));
        await Assert.ThrowsAsync<ClaimLostException>(() => WriteAsync(session => Work.LeaveSnapshotAsync(session, lost, Cancel)));
        Assert.NotNull((await FindAsync(id)).SnapshotSha256);
        await WriteAsync(session => Work.LeaveSnapshotAsync(session, taken, Cancel));
        Assert.Null((await FindAsync(id)).SnapshotSha256);
    }

    [Fact]
    public async Task How_far_composing_is_can_be_read_until_the_document_is_there()
    {
        var id = await AddAsync();
        var claim = (await ClaimAsync("a"))!;
        await WriteAsync(session => Work.NoteBlocksAsync(session, claim, new BlockProgress(1, 3, "summary"), Cancel));
        var report = await FindAsync(id);
        Assert.Equal((1, 3, "summary"), (report.BlocksDone, report.BlocksTotal, report.CurrentBlock));
        var shown = ReportStatusContract.Of(report, new BlockProgress(2, 3, "details"));
        Assert.Equal((2, 3, "details"), (shown.BlocksDone, shown.BlocksTotal, shown.CurrentBlock));
    }

    [Fact]
    public async Task A_renewed_claim_lasts()
    {
        await AddAsync();
        var claim = (await ClaimAsync("a", leaseSeconds: -1))!;
        await WriteAsync(session => Work.RenewAsync(session, claim, 60, Cancel));
        Assert.Null(await ClaimAsync("b"));
    }

    [Fact]
    public async Task A_report_that_is_given_back_waits_again_and_the_attempt_does_not_count()
    {
        var id = await AddAsync();
        await WriteAsync(async session => await Work.ReleaseAsync(session, (await Work.ClaimAsync(session, "a", 60, Start, Cancel))!, Cancel));
        Assert.Equal(ReportState.Pending, (await FindAsync(id)).Status);
        Assert.Equal(1, (await ClaimAsync("b"))!.Attempt);
    }

    [Fact]
    public async Task A_waiting_report_is_cancelled_at_once_and_a_running_one_is_asked()
    {
        var (running, waiting) = (await AddAsync(1), await AddAsync(2));
        var claim = (await ClaimAsync("a"))!;
        Assert.True(await WriteAsync(session => Reports.CancelAsync(session, waiting, Start, Cancel)));
        Assert.Equal(ReportState.Cancelled, (await FindAsync(waiting)).Status);
        Assert.False(await WriteAsync(session => Reports.CancelAsync(session, waiting, Start, Cancel)));
        Assert.True(await WriteAsync(session => Reports.CancelAsync(session, running, Start, Cancel)));
        Assert.Equal(ReportState.Running, (await FindAsync(running)).Status);
        Assert.True(await ReadAsync(session => Work.ShouldEndAsync(session, claim, Cancel)));
    }
}
