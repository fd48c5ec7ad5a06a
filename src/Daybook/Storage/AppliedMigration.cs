namespace Daybook.Storage;

/// <summary>A step of the schema that the database has been through.</summary>
internal sealed record AppliedMigration
{
    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }
}
