using Daybook.Commands;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Data.Sqlite;

namespace Daybook.Tests.Commands;

/// <summary>The commands that look after a server's data.</summary>
public sealed class ServerCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    private async Task ServeOnceAsync()
    {
        await using var app = DaybookServer.Build(new ServerSettings(
            Path.Combine(_run.Folder, "daybook-data"), "http://127.0.0.1:0", [new("ADMIN_PASSWORD", "correct-horse-battery"), new("Logging:LogLevel:Daybook", "None")], TimeProvider.System));
        await DaybookServer.StartAsync(app, Cancel);
        await app.StopAsync(Cancel);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_run.Folder, "daybook-data", DatabaseAddress.FileName)};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Status_tells_what_is_applied_and_what_is_pending()
    {
        Directory.CreateDirectory(Path.Combine(_run.Folder, "daybook-data"));
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "status"));
        Assert.Contains("pending 0001_accounts", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "migrate"));
        Assert.Contains("applied 0001_accounts", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "status"));
        Assert.DoesNotContain("pending", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "migrate"));
        Assert.Equal("nothing to do", _run.Out.Trim());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("db", "status", "--data", "nowhere"));
        Assert.Contains("nowhere", _run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_a_whole_server()
    {
        await ServeOnceAsync();
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "backup", "copy"));
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("db", "verify", "--data", "copy"));
        Assert.Contains("whole", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("db", "backup", "copy"));
    }

    [Fact]
    public async Task An_edit_of_the_audit_log_is_found()
    {
        await ServeOnceAsync();
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("audit", "verify"));
        Assert.Contains("unchanged", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("audit", "export"));
        Assert.Contains("\"user.created\"", _run.Out, StringComparison.Ordinal);

        Execute("drop trigger audit_entries_no_update; update audit_entries set actor_name = 'mallory'");
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("audit", "verify"));
        Assert.Contains("entry 1 was changed", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("db", "verify"));
    }

    [Fact]
    public async Task A_wrong_setting_ends_with_a_sentence()
    {
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--set", "Accounts:Nonsense=1"));
        Assert.Contains("there is no setting Accounts:Nonsense", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--set", "Databse=postgres://db/reports", "--set", "Hostng:PublicAddress=https://x"));
        Assert.Contains("there is no setting Databse; did you mean 'Database'?", _run.Talk, StringComparison.Ordinal);
        Assert.Contains("there is no setting Hostng:PublicAddress; did you mean 'Hosting'?", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("serve", "--set", "Database=oracle://x"));
        Assert.Equal(ExitCode.Usage, await _run.RunAsync("serve", "--set", "nonsense", "--set", "rubbish"));
        Assert.Contains("'nonsense' has no value", _run.Talk, StringComparison.Ordinal);
        Assert.Contains("'rubbish' has no value", _run.Talk, StringComparison.Ordinal);
    }
}
