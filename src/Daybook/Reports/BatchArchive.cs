using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>Writes a batch as a ZIP file, one artifact after another, with a manifest at its end. The same artifacts give the same entries.</summary>
internal sealed class BatchArchive(Database database, ExportStore store, ContentStore contents, TimeProvider clock)
{
    public const string ManifestName = "manifest.json";

    public async Task WriteAsync(BatchResult batch, Stream output, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<BatchFile>();
        var failures = batch.Failures.ToBuilder();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ManifestName };
        using var behind = new WriteBehindStream(output);
        var archive = await ZipArchive.CreateAsync(behind, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            foreach (var export in batch.Made)
            {
                try
                {
                    var content = await ReadAsync(export, cancellationToken).ConfigureAwait(false);
                    var path = Free(names, export.FileName!);
                    await AddAsync(archive, path, export.ExportedAt, content, cancellationToken).ConfigureAwait(false);
                    files.Add(new BatchFile(path, export.ReportId.Value, export.Format, export.Sha256!, content.Length));
                }
                catch (DamagedContentException damage)
                {
                    failures.Add(new BatchFailure(export.ReportId.Value, export.Format, ProblemType.Damaged.Code, damage.Message));
                }
            }

            var manifest = JsonSerializer.SerializeToUtf8Bytes(new BatchManifest(files.ToImmutable(), failures.ToImmutable()), ReportsJson.Default.BatchManifest);
            await AddAsync(archive, ManifestName, clock.GetUtcNow(), manifest, cancellationToken).ConfigureAwait(false);
        }

        await behind.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(StoredExport export, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var content = await contents.ReadAsync(session, export.Sha256!, cancellationToken).ConfigureAwait(false);
        await store.CountDownloadAsync(session, export.Id, clock.Now(), cancellationToken).ConfigureAwait(false);
        return content;
    }

    private static async Task AddAsync(ZipArchive archive, string path, DateTimeOffset at, byte[] content, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = at.ToUniversalTime();
        var stream = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The second of a name is <c>name (2).pdf</c>.</summary>
    private static string Free(HashSet<string> taken, string name)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var path = name;
        for (var number = 2; !taken.Add(path); number++)
            path = $"{stem} ({number}){ending}";
        return path;
    }
}
