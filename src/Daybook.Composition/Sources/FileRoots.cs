using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>The folders that file sources may read, and the only way from a path in a template to a file.</summary>
/// <remarks>
/// A path is relative to each folder in turn, or absolute and inside one of them. <c>..</c> is refused, and so is a link whose target lies
/// outside. In a pattern <c>*</c> and <c>?</c> stay within one name and <c>**</c> spans folders; names that begin with a dot are matched only
/// by patterns that begin with one, and <c>**</c> does not follow linked folders.
/// </remarks>
public sealed class FileRoots
{
    /// <summary>A pattern that has to look at more names than this is refused.</summary>
    internal const int MaxVisited = 200_000;

    private readonly ImmutableArray<string> _roots;
    private readonly ImmutableArray<string> _realRoots;

    public FileRoots(IEnumerable<string> folders)
    {
        _roots = [.. folders.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Distinct()];
        _realRoots = [.. _roots.Select(LinkedPath.Resolve)];
    }

    /// <summary>The files a path or pattern names, in ordinal order of their names; at least one.</summary>
    /// <exception cref="DataSourceException"><c>bad_path</c>, <c>outside_roots</c>, <c>no_such_file</c>, <c>not_a_file</c>, <c>no_access</c> or <c>too_many_files</c>.</exception>
    public ImmutableArray<RootedFile> Resolve(string pathOrPattern)
    {
        var path = Readable(pathOrPattern);
        if (_roots.IsEmpty)
            throw new DataSourceException(SourceCodes.OutsideRoots, $"'{path}' cannot be read: no folder is configured for files; add the folder to the source folders.");
        try
        {
            var files = GlobPattern.IsPattern(path) ? Search(path) : Exact(path);
            return [.. files.DistinctBy(file => file.FullPath).OrderBy(file => file.Name, StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DataSourceException(SourceCodes.NoAccess, $"'{path}' cannot be reached by the account Daybook runs as; grant it read access to the folder.", exception);
        }
        catch (IOException exception)
        {
            throw new DataSourceException(SourceCodes.BadPath, $"'{path}' cannot be looked up; check that the path is written correctly and the disk is healthy.", exception);
        }
    }

    /// <summary>The folder that a path names, with all links followed.</summary>
    /// <exception cref="DataSourceException"><c>bad_path</c>, <c>outside_roots</c>, <c>no_such_file</c> or <c>no_access</c>.</exception>
    public string ResolveFolder(string path)
    {
        var folder = Readable(path);
        try
        {
            return _roots.IsEmpty ? throw Outside(folder, "there are none") : Starts(folder).Select(start => Inside(Path.Combine(start.Root, start.Below), folder)).FirstOrDefault(Directory.Exists)
                ?? throw new DataSourceException(SourceCodes.NoSuchFile, $"No folder '{folder}' in the configured source folders; check the spelling and that it was made.");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DataSourceException(SourceCodes.NoAccess, $"'{folder}' cannot be reached by the account Daybook runs as; grant it read access to the folder.", exception);
        }
    }

    private static string Readable(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Any(char.IsControl))
            throw new DataSourceException(SourceCodes.BadPath, "The path is empty or holds control characters; write a path such as 'logs/today.jsonl'.");
        if (GlobPattern.Segments(path).Contains(".."))
            throw Outside(path, "'..' is not allowed");
        return path;
    }

    private List<RootedFile> Exact(string path)
    {
        foreach (var (root, below) in Starts(path))
        {
            var full = Path.Combine(root, below);
            var real = Inside(full, path);
            if (File.Exists(real))
                return [new RootedFile(real, Relative(root, full))];
            if (Directory.Exists(real))
                throw new DataSourceException(SourceCodes.NotAFile, $"'{path}' is a folder; name a file in it, or all of them with '{path.TrimEnd('/')}/*'.");
        }

        throw new DataSourceException(SourceCodes.NoSuchFile, $"No file '{path}' in the configured source folders; check the spelling and that the file was delivered.");
    }

    private List<RootedFile> Search(string pattern)
    {
        var found = new List<RootedFile>();
        foreach (var (root, below) in Starts(pattern))
        {
            foreach (var full in new GlobPattern(below, MaxVisited).FilesIn(root, folder => Inside(folder, pattern)))
            {
                var name = Relative(root, full);
                found.Add(new RootedFile(Inside(full, name), name));
            }
        }

        return found.Count > 0
            ? found
            : throw new DataSourceException(SourceCodes.NoSuchFile, $"No file matches '{pattern}' in the configured source folders; check the pattern and that the files were delivered.");
    }

    /// <summary>The folders to look in, each with the path below it.</summary>
    private IEnumerable<(string Root, string Below)> Starts(string path)
    {
        if (!Path.IsPathRooted(path))
            return _roots.Select(root => (root, path));
        var full = Path.GetFullPath(path);
        var inside = _roots.Where(root => IsBelow(root, full)).Select(root => (root, Path.GetRelativePath(root, full))).ToList();
        return inside.Count > 0 ? inside : throw Outside(path, "it lies outside them");
    }

    /// <summary>The real path behind the links.</summary>
    private string Inside(string full, string shown)
    {
        var real = LinkedPath.Resolve(full);
        return _realRoots.Any(root => IsBelow(root, real)) ? real : throw Outside(shown, "it is a link that leads outside them");
    }

    private static bool IsBelow(string folder, string path) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Relative(string root, string full) =>
        Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');

    private static DataSourceException Outside(string path, string why) =>
        new(SourceCodes.OutsideRoots, $"'{path}' may not be read: files must lie in the configured source folders and {why}; move the file there or add its folder.");
}
