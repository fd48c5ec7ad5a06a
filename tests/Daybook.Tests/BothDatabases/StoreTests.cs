using Daybook.Accounts;
using Daybook.Archive;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Storage;
using Daybook.Templates;
using Daybook.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases;

/// <summary>A fresh database with the whole schema for each test.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Start = new(2026, 5, 4, 18, 0, 0, TimeSpan.Zero);

    private protected FakeTimeProvider Clock { get; } = new(Start);

    private protected Database Database { get; private set; } = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<Database> NewDatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        AccountsSetup.RegisterTypes();
        TemplatesSetup.RegisterTypes();
        ReportsSetup.RegisterTypes();
        SchedulesSetup.RegisterTypes();
        DeliverySetup.RegisterTypes();
        BurstingSetup.RegisterTypes();
        ArchiveSetup.RegisterTypes();
        WebhooksSetup.RegisterTypes();
        Database = await NewDatabaseAsync();
        await new Migrator(Database, Clock).MigrateAsync(Cancel);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs in a transaction and commits it.</summary>
    private protected async Task<T> WriteAsync<T>(Func<Session, Task<T>> work)
    {
        await using var session = await Database.BeginAsync(Cancel);
        var result = await work(session);
        await session.CommitAsync(Cancel);
        return result;
    }

    private protected Task WriteAsync(Func<Session, Task> work) => WriteAsync(async session =>
    {
        await work(session);
        return 0;
    });

    private protected async Task<T> ReadAsync<T>(Func<Session, Task<T>> work)
    {
        await using var session = await Database.OpenAsync(Cancel);
        return await work(session);
    }
}
