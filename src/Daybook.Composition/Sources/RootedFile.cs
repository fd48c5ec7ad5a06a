namespace Daybook.Composition;

/// <summary>A file that was found inside the configured folders, with all links already followed.</summary>
/// <param name="FullPath">The real path on this machine; for opening only, never for a report.</param>
/// <param name="Name">The path below its configured folder, with <c>/</c>: the same on every machine, for origins and messages.</param>
public sealed record RootedFile(string FullPath, string Name)
{
    /// <summary>Opens the file for reading from its start to its end.</summary>
    /// <exception cref="DataSourceException"><c>no_such_file</c>, <c>no_access</c>, <c>empty_file</c> (empty, or a device or pipe: they have no length and are never opened), <c>unreadable_file</c>.</exception>
    public FileStream OpenRead()
    {
        try
        {
            if (new FileInfo(FullPath).Length == 0)
                throw new DataSourceException(SourceCodes.EmptyFile, $"'{Name}' is empty or not a regular file; check that the program that writes it has finished.");
            return new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataSourceException(SourceCodes.NoSuchFile, $"'{Name}' no longer exists; it was removed while the report was made.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DataSourceException(SourceCodes.NoAccess, $"'{Name}' may not be read by the account Daybook runs as; grant it read access.", exception);
        }
        catch (IOException exception)
        {
            throw new DataSourceException(SourceCodes.UnreadableFile, $"'{Name}' could not be opened; check the disk and that no other program holds it.", exception);
        }
    }
}
