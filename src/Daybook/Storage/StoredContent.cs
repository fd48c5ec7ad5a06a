namespace Daybook.Storage;

/// <summary>What the database knows of some bytes.</summary>
internal sealed record StoredContent
{
    public required string Sha256 { get; init; }

    /// <summary>Before packing.</summary>
    public required long SizeBytes { get; init; }

    public required string Encoding { get; init; }

    /// <summary>Null where the bytes are in the file system.</summary>
    public byte[]? Data { get; init; }
}
