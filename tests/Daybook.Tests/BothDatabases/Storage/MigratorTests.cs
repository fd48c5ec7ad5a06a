using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Storage;

public abstract class MigratorTests : StoreTests
{
    [Fact]
    public async Task A_migrated_database_lacks_nothing()
    {
        var state = await new Migrator(Database, Clock).ReadAsync(Cancel);
        Assert.Equal(Migration.Of(Database.Dialect).Select(step => step.Name), state.Applied.Select(step => step.Name));
        Assert.All(state.Applied, step => Assert.Equal(Start, step.AppliedAt));
        Assert.Empty(state.Pending);
        Assert.Empty(state.Problems);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing() => Assert.Empty(await new Migrator(Database, Clock).MigrateAsync(Cancel));

    [Fact]
    public async Task Nodes_that_start_together_apply_each_step_once()
    {
        await using var fresh = await NewDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new Migrator(fresh, Clock).MigrateAsync(Cancel))));
        Assert.Equal(Migration.Of(fresh.Dialect).Length, applied.Sum(steps => steps.Length));
    }

    [Fact]
    public async Task A_step_that_was_changed_after_it_was_applied_is_refused()
    {
        await WriteAsync(session => session.ExecuteAsync("update schema_migrations set sha256 = 'other' where version = 2", null, Cancel));
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => new Migrator(Database, Clock).MigrateAsync(Cancel));
        Assert.Contains("0002_audit", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await WriteAsync(session => session.ExecuteAsync(
            "insert into schema_migrations (version, name, sha256, applied_at) values (9999, '9999_future', 'x', @now)", new { now = Start }, Cancel));
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => new Migrator(Database, Clock).RequireCurrentAsync(Cancel));
        Assert.Contains("newer program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_lacks_steps_is_refused_until_it_is_migrated()
    {
        await using var fresh = await NewDatabaseAsync();
        await Assert.ThrowsAsync<SchemaException>(() => new Migrator(fresh, Clock).RequireCurrentAsync(Cancel));
    }

    [Fact]
    public async Task A_whole_database_checks_clean() => Assert.Empty(await Database.CheckAsync(Cancel));

    [Fact]
    public void Both_dialects_have_the_same_steps() =>
        Assert.Equal(Migration.Of("sqlite").Select(step => step.Name), Migration.Of("postgresql").Select(step => step.Name));
}
