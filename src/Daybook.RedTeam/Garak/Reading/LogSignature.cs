using System.Text;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Recognises, by its first bytes, content that is no text log at all.</summary>
internal static class LogSignature
{
    private static readonly (byte[] Magic, string What)[] Formats =
    [
        ([0x1f, 0x8b], "gzip-compressed; unpack it with 'gunzip'"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive; unpack it"),
        ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard-compressed; unpack it with 'unzstd'"),
        ("BZh"u8.ToArray(), "bzip2-compressed; unpack it with 'bunzip2'"),
        ([0xfd, .. "7zXZ"u8], "xz-compressed; unpack it with 'unxz'"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database, perhaps PyRIT's memory"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0xff, 0xfe], "UTF-16 text; save it as UTF-8"),
        ([0xfe, 0xff], "UTF-16 text; save it as UTF-8"),
    ];

    /// <param name="start">The first bytes of the file, without a byte-order mark.</param>
    /// <returns>Null when the content may be a log.</returns>
    public static DataSourceException? Refuse(string file, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("version https://git-lfs"u8))
            return LargeFilePointer(file, Encoding.UTF8.GetString(start[..Math.Min(start.Length, 1024)]));
        foreach (var (magic, what) in Formats)
        {
            if (start.StartsWith(magic))
                return new DataSourceException(what.Contains("compressed", StringComparison.Ordinal) ? LogRefusalCodes.Compressed : LogRefusalCodes.Binary, $"'{file}' is {what}; a garak log is UTF-8 text with one JSON object a line.");
        }

        var text = start.TrimStart(" \t\r\n"u8);
        if (StartsWithIgnoringCase(text, "<!doctype html"u8) || StartsWithIgnoringCase(text, "<html"u8))
            return new DataSourceException(LogRefusalCodes.Html, $"'{file}' is an HTML page; garak writes the log beside it, with the ending '.report.jsonl'.");
        return start.Contains((byte)0)
            ? new DataSourceException(LogRefusalCodes.Binary, $"'{file}' is a binary file (it holds zero bytes); a garak log is UTF-8 text with one JSON object a line.")
            : null;
    }

    private static DataSourceException LargeFilePointer(string file, string text)
    {
        var values = text.Split('\n').Select(line => line.TrimEnd('\r').Split(' ', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        var oid = values.GetValueOrDefault("oid", "unknown");
        var size = values.GetValueOrDefault("size", "unknown");
        return new DataSourceException(
            LogRefusalCodes.LfsPointer,
            $"'{file}' is a Git large-file (LFS) pointer, not the log itself: oid {LogRefusal.Printable(oid)}, size {LogRefusal.Printable(size)} bytes. "
            + "Fetch the real file with 'git lfs pull', or download it from where the repository is hosted.");
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && Ascii.EqualsIgnoreCase(text[..lower.Length], lower);
}
