using System.Data.Common;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Audit;

public abstract class AuditLogTests : StoreTests
{
    private AuditStore Store => new(Database);

    private AuditLog Log => new(Store, Clock);

    /// <summary>Lets the test do what the database refuses.</summary>
    private protected abstract string DisarmTriggers { get; }

    [Fact]
    public async Task An_untouched_log_verifies()
    {
        await AppendAsync(3);
        var verdict = await VerifyAsync();
        Assert.Empty(verdict.Problems);
        Assert.Equal(3, verdict.Entries);
        Assert.Equal(64, verdict.Head.Length);
    }

    [Fact]
    public async Task An_empty_log_verifies() => Assert.Empty((await VerifyAsync()).Problems);

    [Theory]
    [InlineData("update audit_entries set actor_name = 'mallory' where sequence = 2", "entry 2 was changed")]
    [InlineData("update audit_entries set at = '2026-05-04T18:00:01.000000Z' where sequence = 2", "entry 2 was changed")]
    [InlineData("""update audit_entries set after_state = '{"n": 9}' where sequence = 2""", "entry 2 was changed")]
    [InlineData("delete from audit_entries where sequence = 2", "entry 2 is missing")]
    [InlineData("delete from audit_entries where sequence = 3", "the log ends at entry 2, but entry 3 was its last")]
    [InlineData("update audit_head set sequence = 2", "the log ends at entry 3, but entry 2 was its last")]
    public async Task Any_edit_is_found(string edit, string problem)
    {
        await AppendAsync(3);
        await WriteAsync(session => session.ExecuteAsync(DisarmTriggers + ";" + edit, null, Cancel));
        Assert.Contains(problem, (await VerifyAsync()).Problems);
    }

    [Theory]
    [InlineData("update audit_entries set actor_name = 'mallory'")]
    [InlineData("delete from audit_entries")]
    public async Task The_database_itself_refuses_edits(string edit)
    {
        await AppendAsync(1);
        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync(session => session.ExecuteAsync(edit, null, Cancel)));
    }

    [Fact]
    public async Task Writers_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => AppendAsync(3))));
        var verdict = await VerifyAsync();
        Assert.Empty(verdict.Problems);
        Assert.Equal(30, verdict.Entries);
    }

    [Fact]
    public async Task A_deed_that_is_not_committed_leaves_no_entry()
    {
        await using (var session = await Database.BeginAsync(Cancel))
            await Log.AppendAsync(session, Caller.Server, "user.created", "1", null, null, Cancel);
        Assert.Equal(0, (await VerifyAsync()).Entries);
    }

    [Fact]
    public async Task Entries_are_found_by_action_actor_and_subject()
    {
        await AppendAsync(2);
        await WriteAsync(session => Log.AppendAsync(session, Caller.Server with { Username = "ann" }, "template.deleted", "t", null, null, Cancel));
        Assert.Equal([3L], await FoundAsync("template", null, null));
        Assert.Equal([3L], await FoundAsync("template.deleted", "ann", "t"));
        Assert.Equal([2L, 1L], await FoundAsync("user", null, null));
        Assert.Empty(await FoundAsync(null, "' or 1=1 --", null));
    }

    private Task AppendAsync(int count) => WriteAsync(async session =>
    {
        for (var i = 0; i < count; i++)
            await Log.AppendAsync(session, Caller.Server, "user.created", $"{i}", null, new Json($$"""{"n": {{i}}}"""), Cancel);
    });

    private Task<AuditVerdict> VerifyAsync() => ReadAsync(session => Log.VerifyAsync(session, Cancel));

    private async Task<IEnumerable<long>> FoundAsync(string? action, string? actor, string? subject) =>
        (await ReadAsync(session => Store.ListAsync(session, long.MaxValue, action, actor, subject, 10, Cancel))).Select(entry => entry.Sequence);
}
