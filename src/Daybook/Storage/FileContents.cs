using System.Security.Cryptography;

namespace Daybook.Storage;

/// <summary>Content in files: <c>contents/ab/abcdef…</c> in the data folder.</summary>
internal sealed class FileContents(string folder) : ContentStore
{
    public const string FolderName = "contents";

    /// <summary>What the names of files end with that are not whole yet.</summary>
    public const string Unfinished = ".part";

    public string Folder { get; } = folder;

    /// <summary>The file appears whole or not at all, and is on the disk before the database hears of it.</summary>
    protected override async Task<byte[]?> WriteAsync(string sha256, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(8)}{Unfinished}";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(stored, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        return null;
    }

    public override async Task ForgetAsync(Session session, IReadOnlyCollection<string> sha256, CancellationToken cancellationToken)
    {
        foreach (var address in sha256)
        {
            if (await session.GetAsync<long>("select count(*) from contents where sha256 = cast(@address as char(64))", new { address }, cancellationToken).ConfigureAwait(false) == 0)
                File.Delete(PathOf(address));
        }
    }

    protected override string HoldRow => "";

    protected override async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        File.Exists(PathOf(sha256)) ? await File.ReadAllBytesAsync(PathOf(sha256), cancellationToken).ConfigureAwait(false) : null;

    private string PathOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256);
}
