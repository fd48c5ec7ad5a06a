using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

/// <summary>A folder with databases in files, which goes when the test ends.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");
    private int _count;

    public string Path => _folder.FullName;

    public Database NewDatabase() => new SqliteDatabase(System.IO.Path.Combine(Path, $"{_count++}.db"));

    public void Dispose() => _folder.Delete(recursive: true);
}
