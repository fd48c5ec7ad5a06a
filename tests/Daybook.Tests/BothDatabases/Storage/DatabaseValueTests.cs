using System.Data.Common;
using Daybook.Reports;

namespace Daybook.Tests.BothDatabases.Storage;

public abstract class DatabaseValueTests : StoreTests
{
    [Fact]
    public async Task The_least_of_nothing_is_null()
    {
        Assert.Null(await ReadAsync(session => session.FindAsync<DateTimeOffset?>("select min(generated_at) from cob_generated_reports", null, Cancel)));
        Assert.Null(await ReadAsync(session => session.FindAsync<DateOnly?>("select min(report_date) from cob_generated_reports", null, Cancel)));
        Assert.Null(await ReadAsync(session => session.FindAsync<ReportId?>("select cast(null as uuid)", null, Cancel)));
    }

    [Fact]
    public async Task The_last_statement_of_a_transaction_ends_it_and_where_it_fails_nothing_is_kept()
    {
        const string Add = "insert into contents (sha256, size_bytes, stored_bytes, encoding) values (@address, 1, 1, 'none')";
        var (first, second, third) = (new { address = new string('a', 64) }, new { address = new string('b', 64) }, new { address = new string('c', 64) });
        await using (var session = await Database.BeginAsync(Cancel))
        {
            await session.ExecuteAsync(Add, first, Cancel);
            Assert.Equal(1, await session.ExecuteAndCommitAsync(Add, second, Cancel));
            Assert.Equal(2, await CountAsync());
            await session.CommitAsync(Cancel);
        }

        await using (var session = await Database.BeginAsync(Cancel))
        {
            await session.ExecuteAsync(Add, third, Cancel);
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => session.ExecuteAndCommitAsync(Add, first, Cancel));
            Assert.True(Database.IsUniqueViolation(refused) && Database.IsMistake(refused));
        }

        Assert.Equal(2, await CountAsync());

        Task<long> CountAsync() => ReadAsync(session => session.GetAsync<long>("select count(*) from contents", null, Cancel));
    }

    [Fact]
    public async Task An_instant_comes_back_as_it_was_kept() =>
        Assert.Equal(Start, await ReadAsync(session => session.FindAsync<DateTimeOffset?>("select coalesce(min(generated_at), @Start) from cob_generated_reports", new { Start }, Cancel)));
}
