using System.Text;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Recognises, by its first bytes, content that is no text log at all.</summary>
internal static class LogSignature
{
    private const string ExpectedForm = "a garak log is UTF-8 text with one JSON object a line";

    private static readonly (byte[] Magic, string Code, string What)[] Formats =
    [
        ([0x1f, 0x8b], LogRefusalCodes.Compressed, "gzip-compressed; unpack it with 'gunzip'"),
        ([0x28, 0xb5, 0x2f, 0xfd], LogRefusalCodes.Compressed, "Zstandard-compressed; unpack it with 'unzstd'"),
        ("BZh"u8.ToArray(), LogRefusalCodes.Compressed, "bzip2-compressed; unpack it with 'bunzip2'"),
        ([0xfd, .. "7zXZ"u8], LogRefusalCodes.Compressed, "xz-compressed; unpack it with 'unxz'"),
        ("PK\x03\x04"u8.ToArray(), LogRefusalCodes.Compressed, "a ZIP archive; unpack it"),
        ("SQLite format 3\0"u8.ToArray(), LogRefusalCodes.Binary, "an SQLite database, perhaps PyRIT's memory"),
        ("PAR1"u8.ToArray(), LogRefusalCodes.Binary, "a Parquet file"),
        ("%PDF"u8.ToArray(), LogRefusalCodes.Binary, "a PDF document"),
        ([0xff, 0xfe], LogRefusalCodes.Binary, "UTF-16 text; save it as UTF-8"),
        ([0xfe, 0xff], LogRefusalCodes.Binary, "UTF-16 text; save it as UTF-8"),
    ];

    /// <param name="start">The first bytes of the file, without a byte-order mark.</param>
    /// <returns>Null when the content may be a log.</returns>
    public static DataSourceException? Refuse(string file, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("version https://git-lfs"u8))
            return LargeFilePointer(file, Encoding.UTF8.GetString(start[..Math.Min(start.Length, 1024)]));
        foreach (var (magic, code, what) in Formats)
        {
            if (start.StartsWith(magic))
                return new DataSourceException(code, $"'{file}' is {what}; {ExpectedForm}.");
        }

        var text = start.TrimStart(" \t\r\n"u8);
        if (StartsWithIgnoringCase(text, "<!doctype html"u8) || StartsWithIgnoringCase(text, "<html"u8))
        {
            return new DataSourceException(
                LogRefusalCodes.Html, $"'{file}' is an HTML page; garak writes the log beside it, with the ending '.report.jsonl'.");
        }

        return start.Contains((byte)0)
            ? new DataSourceException(LogRefusalCodes.Binary, $"'{file}' is a binary file (it holds zero bytes); {ExpectedForm}.")
            : null;
    }

    private static DataSourceException LargeFilePointer(string file, string text) => new(
        LogRefusalCodes.LfsPointer,
        $"'{file}' is a Git large-file (LFS) pointer, not the log itself: oid {Value(text, "oid")}, size {Value(text, "size")} bytes. "
        + "Fetch the real file with 'git lfs pull', or download it from where the repository is hosted.");

    private static string Value(string pointer, string key) =>
        pointer.Split('\n').FirstOrDefault(line => line.StartsWith(key + " ", StringComparison.Ordinal)) is { } line
            ? LogRefusal.Printable(line[(key.Length + 1)..].TrimEnd('\r'))
            : "unknown";

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && Ascii.EqualsIgnoreCase(text[..lower.Length], lower);
}
