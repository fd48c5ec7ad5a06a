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
    public async Task An_instant_comes_back_as_it_was_kept() =>
        Assert.Equal(Start, await ReadAsync(session => session.FindAsync<DateTimeOffset?>("select coalesce(min(generated_at), @Start) from cob_generated_reports", new { Start }, Cancel)));
}
