using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Data.Sqlite;

namespace Daybook.Tests.OnSqlite;

/// <summary>What SQLite does for a question, counted in its own steps, does not depend on how many reports there are.</summary>
public sealed class ReportNumberTests : BothDatabases.StoreTests
{
    private const int Few = 60;
    private const int Many = 1_500;

    private static readonly Json Empty = new("{}");
    private static readonly DateOnly Date = new(2026, 5, 4);

    private readonly SqliteFolder _folder = new();

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_newest_reports_cost_the_same_however_many_there_are()
    {
        var user = await WriteAsync(session => new UserStore().AddAsync(session, new NewUser("ann", "Ann", null, null, Role.Author, new Json("[]")), Cancel));
        var template = await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("T", "1", null, null, Empty, Empty, Empty, []), user, null, false, Cancel));
        ImmutableArray<(string Name, ReportFilter Filter)> filters =
        [
            ("all", new ReportFilter(null, null, null, null)), ("from a date", new ReportFilter(Date, null, null, null)), ("of a date", new ReportFilter(Date, Date, null, null)),
            ("of a template", new ReportFilter(null, null, template, null)), ("in a state", new ReportFilter(null, null, null, ReportState.Pending)),
            ("in a state that none is in", new ReportFilter(null, null, null, ReportState.Failed)),
        ];
        await AddAsync(template, user, Few);
        var before = await CountAsync(user, filters);
        await AddAsync(template, user, Many);
        var after = await CountAsync(user, filters);
        Assert.All(after, count => Assert.True(count.Value <= before[count.Key] * 1.2, $"{count.Key}: {before[count.Key]} steps with {Few} reports, {count.Value} with {Few + Many}"));
    }

    /// <returns>Steps by what is asked.</returns>
    private async Task<Dictionary<string, long>> CountAsync(UserId user, ImmutableArray<(string Name, ReportFilter Filter)> filters)
    {
        var counts = new Dictionary<string, long>();
        var author = new Caller(user, "ann", Role.Author, [], null);
        foreach (var (name, filter) in filters)
        {
            foreach (var caller in new[] { Caller.Server, author })
                counts[$"{name}, for {caller.Username}"] = await StepsAsync(session => new ReportStore(Database).ListAsync(session, caller, filter, DateTimeOffset.MaxValue.AddDays(-1), default, 21, Cancel));
        }

        counts["the next to make"] = await StepsAsync(session => new ReportWorkStore(Database).ClaimAsync(session, "a", 60, Start, Cancel));
        return counts;
    }

    private async Task<long> StepsAsync(Func<Session, Task> ask)
    {
        var steps = 0L;
        var connection = new SqliteConnection($"Data Source={Database.Place};Pooling=False");
        await using var session = new Session(connection, null);
        await connection.OpenAsync(Cancel);
        SQLitePCL.raw.sqlite3_progress_handler(connection.Handle, 1, _ => (int)(0 * ++steps), null);
        await ask(session);
        return steps;
    }

    private async Task AddAsync(TemplateId template, UserId user, int number)
    {
        var reports = Enumerable.Range(0, number).Select(place => new NewReport(template, 1, Empty, Date, "UTC", null, null, null, null, Empty, Empty, new Json("[]"), Empty, Start.AddMinutes(place), user, null));
        await WriteAsync(session => new ReportStore(Database).AddAsync(session, reports, Cancel));
    }
}
