using System.IO.Compression;
using System.Security.Cryptography;

namespace Daybook.Storage;

/// <summary>Keeps bytes under their SHA-256: the same bytes are kept once, and what was changed is noticed when it is read.</summary>
internal abstract class ContentStore
{
    private protected ContentStore()
    {
    }

    /// <summary>Content up to so many bytes travels in the same exchange with the database that asks whether it is there.</summary>
    private const int Small = 65536;

    /// <param name="packed">True for what shrinks, such as JSON; false for what is packed already, such as PDF.</param>
    /// <param name="session">A transaction, which also writes what refers to the content: until it ends, nobody collects the content.</param>
    /// <returns>The address: lower-case hexadecimal SHA-256 of <paramref name="content"/>.</returns>
    public async Task<string> PutAsync(Session session, ReadOnlyMemory<byte> content, bool packed, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (HoldRow.Length > 0 && content.Length <= Small && await AddAndFindAsync(session, sha256, content, packed, cancellationToken).ConfigureAwait(false))
            return sha256;
        while (await session.FindAsync<string>($"select sha256 from contents where {IsAt}{HoldRow}", new { sha256 }, cancellationToken).ConfigureAwait(false) is null)
        {
            if (await session.ExecuteAsync(Insert, await RowAsync(sha256, content, packed, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) == 1)
                break;
            // Somebody else put it at the same moment: theirs has to be held, or it could be collected.
        }

        return sha256;
    }

    private const string Insert =
        "insert into contents (sha256, size_bytes, stored_bytes, encoding, data) values (@sha256, @size, @stored, @encoding, @data) on conflict (sha256) do nothing";

    /// <returns>False where somebody else put it at the same moment and it was collected since.</returns>
    private async Task<bool> AddAndFindAsync(Session session, string sha256, ReadOnlyMemory<byte> content, bool packed, CancellationToken cancellationToken) => await session.FindAsync<string>(
        $"{Insert}; select sha256 from contents where {IsAt}{HoldRow}", await RowAsync(sha256, content, packed, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) is not null;

    private async Task<object> RowAsync(string sha256, ReadOnlyMemory<byte> content, bool packed, CancellationToken cancellationToken)
    {
        var stored = packed ? Pack(content) : content;
        var data = await WriteAsync(sha256, stored, cancellationToken).ConfigureAwait(false);
        return new { sha256, size = (long)content.Length, stored = (long)stored.Length, encoding = packed ? "brotli" : "none", data };
    }

    /// <exception cref="DamagedContentException">The bytes are missing, or not the ones that were put.</exception>
    public async Task<byte[]> ReadAsync(Session session, string sha256, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<StoredContent>($"select sha256, size_bytes, encoding, data from contents where {IsAt}", new { sha256 }, cancellationToken).ConfigureAwait(false)
            ?? throw new DamagedContentException(sha256, "the database has no record of it");
        var stored = row.Data ?? await ReadAsync(sha256, cancellationToken).ConfigureAwait(false)
            ?? throw new DamagedContentException(sha256, "its file is missing");
        var content = row.Encoding == "brotli" ? Unpack(stored, row.SizeBytes, sha256) : stored;
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
            ? content
            : throw new DamagedContentException(sha256, "its bytes were changed");
    }

    /// <returns>What is damaged or missing: sentences.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(Session session, CancellationToken cancellationToken)
    {
        var damaged = new List<string>();
        foreach (var sha256 in await session.ListAsync<string>("select sha256 from contents order by sha256", null, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false);
            }
            catch (DamagedContentException damage)
            {
                damaged.Add(damage.Message);
            }
        }

        return damaged;
    }

    /// <summary>Puts the bytes where they last.</summary>
    /// <returns>What the database is to keep; null when it keeps none.</returns>
    protected abstract Task<byte[]?> WriteAsync(string sha256, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken);

    /// <returns>Null when there are no such bytes outside the database.</returns>
    protected abstract Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Deletes bytes outside the database that it has no record of.</summary>
    /// <param name="session">A transaction in which no other writes.</param>
    public abstract Task ForgetAsync(Session session, IReadOnlyCollection<string> sha256, CancellationToken cancellationToken);

    /// <summary>SQL that keeps a row that was found from being collected until the transaction ends; empty where writers take turns anyway.</summary>
    protected abstract string HoldRow { get; }

    /// <summary>In the column's own type: PostgreSQL compares it with a text only row by row.</summary>
    private const string IsAt = "sha256 = cast(@sha256 as char(64))";

    private static byte[] Pack(ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(content.Span);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] stored, long size, string sha256)
    {
        var content = new byte[size];
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
            brotli.ReadExactly(content);
            return brotli.ReadByte() < 0 ? content : throw new DamagedContentException(sha256, "it is longer than it was");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            throw new DamagedContentException(sha256, "it cannot be unpacked");
        }
    }
}
