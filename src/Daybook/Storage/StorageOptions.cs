namespace Daybook.Storage;

/// <summary>Where the server keeps its state.</summary>
internal sealed class StorageOptions
{
    /// <summary>Empty keeps everything in the data folder; <c>postgres://user:password@host:5432/name</c> keeps it in PostgreSQL.</summary>
    public string Database { get; set; } = "";

    /// <summary>Whether a start brings an older schema forward by itself; otherwise it stops and asks for <c>daybook db migrate</c>.</summary>
    public bool MigrateAtStart { get; set; } = true;
}
