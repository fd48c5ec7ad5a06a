namespace Daybook.Storage;

/// <summary>A copy of everything a server with the embedded database keeps, while it goes on working.</summary>
internal static class Backup
{
    /// <param name="folder">Must not exist.</param>
    /// <returns>How many files of content were copied.</returns>
    public static async Task<int> WriteAsync(SqliteDatabase database, FileContents contents, string folder, CancellationToken cancellationToken)
    {
        PrivateFolder.CreateNew(folder);

        // Before the database, so that what is collected while it is copied is there; after it, so that what came meanwhile is there.
        var copied = CopyNew(contents, folder, cancellationToken);
        await database.CopyToAsync(Path.Combine(folder, DatabaseAddress.FileName), cancellationToken).ConfigureAwait(false);
        return copied + CopyNew(contents, folder, cancellationToken);
    }

    private static int CopyNew(FileContents contents, string folder, CancellationToken cancellationToken)
    {
        var copied = 0;
        if (!Directory.Exists(contents.Folder))
            return copied;
        foreach (var file in Directory.EnumerateFiles(contents.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(FileContents.Unfinished, StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Path.Combine(folder, FileContents.FolderName, Path.GetRelativePath(contents.Folder, file));
            if (File.Exists(target))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                File.Copy(file, target);
                copied++;
            }
            catch (FileNotFoundException)
            {
                // Collected since the folder was listed: nothing referred to it for an hour.
            }
        }

        return copied;
    }
}
