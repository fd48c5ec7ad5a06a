using System.CommandLine;
using System.Globalization;
using Daybook.Audit;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Commands;

/// <summary><c>daybook db</c>: looks after the server's database.</summary>
internal static class DbCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var command = new Command("db", "Look after the server's database.")
        {
            Sub(terminal, "status", "Tell where the database is, and which steps of the schema it has and lacks.", StatusAsync),
            Sub(terminal, "migrate", "Bring the schema forward. There is no way back but a backup.", MigrateAsync),
            Sub(terminal, "verify", "Read everything, and report what is damaged: the database, kept content, the audit log.", VerifyAsync),
            BackupCommand(terminal),
        };
        return new CommandExamples(command, ["daybook db status", "daybook db backup /backups/2026-05-04", "daybook db verify --data /var/lib/daybook"]);
    }

    private static Command Sub(Terminal terminal, string name, string description, Func<Terminal, IServiceProvider, CancellationToken, Task<int>> run)
    {
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var command = new Command(name, description) { data, set };
        command.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!), services => run(terminal, services, cancellationToken)));
        return command;
    }

    private static Command BackupCommand(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder that does not exist yet." };
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var command = new Command("backup", "Copy the database and all kept content while the server goes on working.") { folder, data, set };
        command.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!),
            services => BackupAsync(terminal, services, Path.Combine(terminal.Folder, parsed.GetValue(folder)!), cancellationToken)));
        return command;
    }

    private static async Task<int> StatusAsync(Terminal terminal, IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<Database>();
        var state = await services.GetRequiredService<Migrator>().ReadAsync(cancellationToken).ConfigureAwait(false);
        await terminal.Out.WriteLineAsync($"{database.Dialect} {database.Place}").ConfigureAwait(false);
        foreach (var step in state.Applied)
            await terminal.Out.WriteLineAsync($"applied {step.Name}  {step.AppliedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}").ConfigureAwait(false);
        foreach (var step in state.Pending)
            await terminal.Out.WriteLineAsync($"pending {step.Name}").ConfigureAwait(false);
        foreach (var problem in state.Problems)
            await terminal.Talk.WriteLineAsync("error: " + problem).ConfigureAwait(false);
        return state.Problems.IsEmpty ? ExitCode.Ok : ExitCode.DataError;
    }

    private static async Task<int> MigrateAsync(Terminal terminal, IServiceProvider services, CancellationToken cancellationToken)
    {
        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken).ConfigureAwait(false);
        foreach (var step in applied)
            await terminal.Out.WriteLineAsync($"applied {step.Name}").ConfigureAwait(false);
        if (applied.IsEmpty)
            await terminal.Out.WriteLineAsync("nothing to do").ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static async Task<int> VerifyAsync(Terminal terminal, IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<Database>();
        await services.GetRequiredService<Migrator>().RequireCurrentAsync(cancellationToken).ConfigureAwait(false);
        var problems = new List<string>(await database.CheckAsync(cancellationToken).ConfigureAwait(false));
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        problems.AddRange(await services.GetRequiredService<ContentStore>().CheckAsync(session, cancellationToken).ConfigureAwait(false));
        var audit = await services.GetRequiredService<AuditLog>().VerifyAsync(session, cancellationToken).ConfigureAwait(false);
        problems.AddRange(audit.Problems.Select(problem => "audit log: " + problem));
        foreach (var problem in problems)
            await terminal.Talk.WriteLineAsync("error: " + problem).ConfigureAwait(false);
        if (problems.Count == 0)
            await terminal.Out.WriteLineAsync($"the database, its content and {audit.Entries} entries of the audit log are whole").ConfigureAwait(false);
        return problems.Count == 0 ? ExitCode.Ok : ExitCode.DataError;
    }

    private static async Task<int> BackupAsync(Terminal terminal, IServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<Database>() is not SqliteDatabase database || services.GetRequiredService<ContentStore>() is not FileContents contents)
            return await DumpAsync(terminal, services, folder, cancellationToken).ConfigureAwait(false);
        var copied = await Backup.WriteAsync(database, contents, folder, cancellationToken).ConfigureAwait(false);
        await terminal.Out.WriteLineAsync($"the database and {copied} kept contents are in {folder}").ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static async Task<int> DumpAsync(Terminal terminal, IServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        await PostgreSqlBackup.WriteAsync(DatabaseAddress.Parse(services.GetRequiredService<IOptions<StorageOptions>>().Value.Database), folder, cancellationToken).ConfigureAwait(false);
        await terminal.Out.WriteLineAsync($"the database, with all kept content in it, is in {Path.Combine(folder, PostgreSqlBackup.FileName)}; pg_restore reads it").ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
