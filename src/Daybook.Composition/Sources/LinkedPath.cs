namespace Daybook.Composition;

/// <summary>Follows every symbolic link in a path, also those of folders on the way.</summary>
internal static class LinkedPath
{
    private const int MaxLinks = 40;

    /// <param name="path">Absolute; need not exist.</param>
    public static string Resolve(string path)
    {
        var pending = new Stack<string>();
        Push(pending, path);
        var current = Path.GetPathRoot(path)!;
        var links = 0;
        while (pending.TryPop(out var segment))
        {
            if (segment == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks)
                throw new DataSourceException(SourceCodes.BadPath, $"'{segment}' is a link that leads in a circle; remove the link.");
            if (Path.IsPathRooted(target))
                current = Path.GetPathRoot(target)!;
            Push(pending, target);
        }

        return current;
    }

    private static void Push(Stack<string> pending, string path)
    {
        foreach (var segment in GlobPattern.Segments(path[Path.GetPathRoot(path)!.Length..]).Reverse())
        {
            if (segment != ".")
                pending.Push(segment);
        }
    }
}
