using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.OnSqlite;

/// <summary>What is on the disk at any moment of a write opens clean, with everything that was committed before.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Cuts = 60;
    private const int WalHeader = 32;

    /// <summary>Transactions between two looks. A writer that nothing slows down would move pages from the log into the database during every copy.</summary>
    private const int Batch = 30;

    private readonly SqliteFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
    private readonly SemaphoreSlim _allowed = new(0);
    private int _committed;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _allowed.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_database_cut_off_at_a_random_moment_is_whole_and_has_what_was_committed()
    {
        AccountsSetup.RegisterTypes();
        var random = new Random(20260504);
        await using var database = _folder.NewDatabase();
        await new Migrator(database, _clock).MigrateAsync(Cancel);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(database, stop.Token), Cancel);
        for (var cut = 0; cut < Cuts; cut++)
        {
            _allowed.Release(Batch);
            await Task.Delay(random.Next(1, 12), Cancel);
            while (Volatile.Read(ref _committed) <= cut && !writing.IsCompleted)
                await Task.Delay(1, Cancel);
            var (copy, committed) = await CopyAsync(database.Place, cut);
            // Power fails while the next transaction is written: what comes after the last commit is missing, or is anything.
            if (cut % 3 > 0)
                Tear(copy + "-wal", random, cut % 3 == 2);
            await OpenAsync(copy, committed);
        }

        await stop.CancelAsync();
        _allowed.Release();
        await writing;
    }

    /// <summary>One transaction after another, each with a row in two tables.</summary>
    private async Task WriteAsync(Database database, CancellationToken stop)
    {
        var audit = new AuditLog(new AuditStore(database), _clock);
        for (var number = 1; ; number++)
        {
            await _allowed.WaitAsync(Cancel);
            if (stop.IsCancellationRequested)
                return;
            await using var session = await database.BeginAsync(Cancel);
            var sha256 = number.ToString(CultureInfo.InvariantCulture).PadLeft(64, '0');
            await session.ExecuteAsync("insert into contents (sha256, size_bytes, encoding, data) values (@sha256, 1, 'none', zeroblob(@size))", new { sha256, size = number % 7 * 900 }, Cancel);
            await audit.AppendAsync(session, Caller.Server, "content.put", sha256, null, null, Cancel);
            await session.CommitAsync(Cancel);
            Volatile.Write(ref _committed, number);
        }
    }

    /// <summary>The files as they are at one moment: a copy during which pages went from the log into the database is thrown away.</summary>
    private async Task<(string Path, int Committed)> CopyAsync(string place, int cut)
    {
        while (true)
        {
            var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, $"cut{cut}")).FullName, "daybook.db");
            _allowed.Release(Batch);
            var committed = Volatile.Read(ref _committed);
            var before = (File.GetLastWriteTimeUtc(place), new FileInfo(place).Length);
            await CopyElsewhereAsync(place, copy);
            if (before == (File.GetLastWriteTimeUtc(place), new FileInfo(place).Length) && File.ReadAllBytes(copy + ".before").AsSpan().SequenceEqual(File.ReadAllBytes(copy + ".after")))
                return (copy, committed);
        }
    }

    /// <summary>In a process of its own: whoever closes a file gives up the locks that SQLite holds on it in the same process.</summary>
    private static async Task CopyElsewhereAsync(string place, string copy)
    {
        const string script = """head -c 32 "$1-wal" > "$2.before" && cp "$1" "$2" && cp "$1-wal" "$2-wal" && head -c 32 "$1-wal" > "$2.after" """;
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", script, "sh", place, copy]))!;
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task OpenAsync(string path, int committed)
    {
        await using var database = new SqliteDatabase(path);
        Assert.Empty(await database.CheckAsync(Cancel));
        await using var session = await database.OpenAsync(Cancel);
        var contents = await session.GetAsync<long>("select count(*) from contents", null, Cancel);
        Assert.True(contents >= committed, $"{committed} transactions were committed, {contents} are there");
        var audit = await new AuditLog(new AuditStore(database), TimeProvider.System).VerifyAsync(session, Cancel);
        Assert.Empty(audit.Problems);
        Assert.Equal(contents, audit.Entries);
    }

    private static void Tear(string wal, Random random, bool isGarbage)
    {
        using var file = new FileStream(wal, FileMode.Open, FileAccess.ReadWrite);
        var end = EndOfLastCommit(file);
        if (!isGarbage)
        {
            file.SetLength(random.NextInt64(end, file.Length + 1));
            return;
        }

        var garbage = new byte[random.Next(1, 15_000)];
        random.NextBytes(garbage);
        file.Position = end;
        file.Write(garbage);
    }

    /// <summary>Where the log ends that was brought to the disk: frames of this round (they have the salt of the header) up to the last that ends a transaction.</summary>
    private static long EndOfLastCommit(FileStream wal)
    {
        var header = new byte[Math.Min(WalHeader, wal.Length)];
        wal.ReadExactly(header);
        if (header.Length < WalHeader)
            return wal.Length;
        var page = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        var (end, frame) = ((long)WalHeader, new byte[24]);
        for (var at = (long)WalHeader; at + frame.Length + page <= wal.Length; at += frame.Length + page)
        {
            wal.Position = at;
            wal.ReadExactly(frame);
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)))
                break;
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0)
                end = at + frame.Length + page;
        }

        return end;
    }
}
