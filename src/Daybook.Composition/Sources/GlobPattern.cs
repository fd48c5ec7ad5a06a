using System.IO.Enumeration;

namespace Daybook.Composition;

/// <summary>A relative path whose names may hold <c>*</c> and <c>?</c>, and <c>**</c> for any number of folders.</summary>
internal sealed class GlobPattern(string pattern, int maxVisited)
{
    private readonly string[] _segments = Segments(pattern).Where(segment => segment != ".").ToArray();
    private readonly HashSet<string> _allowed = new(StringComparer.Ordinal);
    private int _visited;

    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    public static IEnumerable<string> Segments(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    /// <param name="allow">Called with each folder before it is opened; throws when it may not be.</param>
    public IEnumerable<string> FilesIn(string root, Action<string> allow) => Match(root, 0, allow).Distinct();

    private IEnumerable<string> Match(string folder, int at, Action<string> allow)
    {
        if (at == _segments.Length || !Directory.Exists(folder))
            yield break;
        if (_allowed.Add(folder))
            allow(folder);
        var segment = _segments[at];
        var isLast = at == _segments.Length - 1;
        if (segment == "**")
        {
            foreach (var inner in Match(folder, at + 1, allow))
                yield return inner;
            foreach (var entry in Entries(folder))
            {
                if (entry is DirectoryInfo { LinkTarget: null } && entry.Name[0] != '.')
                {
                    foreach (var inner in Match(entry.FullName, at, allow))
                        yield return inner;
                }
                else if (isLast && entry is FileInfo && entry.Name[0] != '.')
                {
                    yield return entry.FullName;
                }
            }

            yield break;
        }

        foreach (var entry in Entries(folder))
        {
            if (!Matches(segment, entry.Name))
                continue;
            if (isLast && entry is FileInfo)
                yield return entry.FullName;
            else if (!isLast && entry is DirectoryInfo)
            {
                foreach (var inner in Match(entry.FullName, at + 1, allow))
                    yield return inner;
            }
        }
    }

    private IEnumerable<FileSystemInfo> Entries(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (++_visited > maxVisited)
                throw new DataSourceException(SourceCodes.TooManyFiles, $"'{pattern}' has to look at more than {maxVisited:N0} names; name the folder more closely.");
            yield return entry;
        }
    }

    private static bool Matches(string segment, string name) =>
        (name[0] != '.' || segment[0] == '.') && FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase: false);
}
