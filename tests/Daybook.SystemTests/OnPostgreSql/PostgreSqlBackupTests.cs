using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class PostgreSqlBackupTests(PostgreSqlCluster cluster) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_folder.FullName, "backup");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_is_restored_with_everything_in_it_and_never_written_over()
    {
        Assert.SkipUnless(ExternalProgram.IsInstalled("pg_dump"), "pg_dump is missing; install postgresql-client.");
        var kept = DatabaseAddress.Parse(await cluster.NewAddressAsync());
        await using (var database = new PostgreSqlDatabase(kept))
        await using (var session = await database.OpenAsync(Cancel))
            await session.ExecuteAsync("create table kept as select '\\x00ff'::bytea as bytes", null, Cancel);

        await PostgreSqlBackup.WriteAsync(kept, Folder, Cancel);
        await Assert.ThrowsAsync<IOException>(() => PostgreSqlBackup.WriteAsync(kept, Folder, Cancel));

        var restored = DatabaseAddress.Parse(await cluster.NewAddressAsync());
        await ExternalProgram.RunAsync(
            "pg_restore", "postgresql-client", ["--dbname", $"host={restored.Host} port={restored.Port} dbname={restored.Database} user={restored.Username}", Path.Combine(Folder, PostgreSqlBackup.FileName)]);
        await using var again = new PostgreSqlDatabase(restored);
        await using var reading = await again.OpenAsync(Cancel);
        Assert.Equal([0x00, 0xFF], await reading.GetAsync<byte[]>("select bytes from kept", null, Cancel));
    }

    [Fact]
    public async Task A_backup_that_fails_says_why_and_leaves_no_folder()
    {
        Assert.SkipUnless(ExternalProgram.IsInstalled("pg_dump"), "pg_dump is missing; install postgresql-client.");
        var missing = DatabaseAddress.Parse(await cluster.NewAddressAsync());
        missing.Database = "nowhere";
        var failure = await Assert.ThrowsAsync<IOException>(() => PostgreSqlBackup.WriteAsync(missing, Folder, Cancel));
        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(Folder));
    }

    [Fact]
    public async Task Where_the_program_is_missing_that_is_said_with_what_to_do()
    {
        var kept = DatabaseAddress.Parse(await cluster.NewAddressAsync());
        var failure = await Assert.ThrowsAsync<IOException>(() => PostgreSqlBackup.WriteAsync(kept, Folder, Cancel, Path.Combine(_folder.FullName, "no_such_program")));
        Assert.Contains("postgresql-client", failure.Message, StringComparison.Ordinal);
        Assert.Contains("docker compose exec", failure.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(Folder));
    }
}
