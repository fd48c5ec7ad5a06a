using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Daybook.Storage;

/// <summary>A dump of everything that a server keeps in PostgreSQL, by PostgreSQL's own program, while the server goes on working.</summary>
internal static class PostgreSqlBackup
{
    public const string FileName = "daybook.dump";

    /// <summary>PostgreSQL's own.</summary>
    public const string Program = "pg_dump";

    /// <param name="folder">Must not exist.</param>
    /// <param name="program">Where it is; <see cref="Program"/> finds it as a shell does.</param>
    /// <exception cref="IOException">It exists, or the dump could not be made; the message says why.</exception>
    public static async Task WriteAsync(NpgsqlConnectionStringBuilder connection, string folder, CancellationToken cancellationToken, string program = Program)
    {
        PrivateFolder.CreateNew(folder);
        try
        {
            await DumpAsync(connection, Path.Combine(folder, FileName), program, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static async Task DumpAsync(NpgsqlConnectionStringBuilder connection, string file, string program, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, ["--format=custom", "--no-password", "--file", file]) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment(connection))
            start.Environment[name] = value;
        using var process = Start(start);
        try
        {
            var complaint = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new IOException($"{Program} could not copy the database: {complaint.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new IOException($"{Program} is not on this machine; install PostgreSQL's client programs of the server's version (postgresql-client), or run pg_dump where they are, such as in the container of the database: docker compose exec -T postgres pg_dump --format=custom --username=daybook daybook > {FileName}", missing);
        }
    }

    /// <summary>As libpq reads it; nothing of it stands in the list of processes.</summary>
    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder connection) =>
    [
        ("PGHOST", connection.Host), ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)), ("PGDATABASE", connection.Database),
        ("PGUSER", connection.Username), ("PGPASSWORD", connection.Password), ("PGPASSFILE", connection.Passfile),
        ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
        ("PGSSLROOTCERT", connection.RootCertificate), ("PGSSLCERT", connection.SslCertificate), ("PGSSLKEY", connection.SslKey),
    ];
}
