namespace Daybook.Storage;

/// <summary>Folders with reports, keys and hashes of passwords, which other accounts of the machine have no business in.</summary>
internal static class PrivateFolder
{
    /// <summary>Made for its owner alone; one that is there keeps the permissions that somebody gave it.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <exception cref="IOException">Something is there already.</exception>
    public static void CreateNew(string path)
    {
        if (Path.Exists(path))
            throw new IOException($"{path} exists already; a backup goes into a new folder");
        Create(path);
    }
}
