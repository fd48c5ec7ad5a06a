using System.Text;

namespace Daybook.Composition;

/// <summary>Recognises from their first bytes files that are not the text they should be.</summary>
internal static class FileContent
{
    private const int Looked = 4096;

    /// <summary>Opens a file whose content may be text.</summary>
    /// <exception cref="DataSourceException"><c>gzip_file</c>, <c>zip_file</c>, <c>lfs_pointer</c>, <c>html_file</c> or <c>binary_file</c>, and those of <see cref="RootedFile.OpenRead"/>.</exception>
    public static async Task<FileStream> OpenTextAsync(RootedFile file, CancellationToken cancellationToken)
    {
        var stream = file.OpenRead();
        try
        {
            var head = new byte[Looked];
            var length = await stream.ReadAtLeastAsync(head, Looked, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            Refuse(file.Name, head.AsSpan(0, length));
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static void Refuse(string name, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            throw new DataSourceException(SourceCodes.GzipFile, $"'{name}' is compressed with gzip; decompress it first (gunzip).");
        if (head.StartsWith("PK\x03\x04"u8))
            throw new DataSourceException(SourceCodes.ZipFile, $"'{name}' is a zip archive (or an Office file); unpack it, or save it as CSV first.");
        if (head.StartsWith("version https://git-lfs"u8))
            throw new DataSourceException(SourceCodes.LfsPointer, $"'{name}' is a Git LFS pointer, not the file itself ({Pointer(head)}); fetch the file with 'git lfs pull'.");
        var isUtf16 = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isUtf16 && head.Contains((byte)0))
            throw new DataSourceException(SourceCodes.BinaryFile, $"'{name}' is a binary file, not text; give a JSON, JSON Lines or CSV file.");
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 64)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw new DataSourceException(SourceCodes.HtmlFile, $"'{name}' is an HTML page, perhaps an error or sign-in page saved in place of the data; fetch the data again.");
    }

    /// <summary>The lines of the pointer that identify the file: <c>oid …, size …</c>.</summary>
    private static string Pointer(ReadOnlySpan<byte> head) => string.Join(
        ", ",
        Encoding.UTF8.GetString(head).Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith("oid ", StringComparison.Ordinal) || line.StartsWith("size ", StringComparison.Ordinal)));
}
