using System.Text.Json;

namespace Daybook.Templates.Blocks;

/// <param name="Id">A word for a block of the program, a UUID for one of a person.</param>
/// <param name="Block">As it stands in a template.</param>
/// <param name="MayWrite">Whether the caller may replace or remove it.</param>
internal sealed record BlockContract(
    string Id, string Name, string? Description, string? Category, string Type, bool BuiltIn, bool Shared, string? Owner, bool MayWrite, DateTimeOffset? UpdatedAt, JsonElement Block);

/// <param name="Name">Null takes the block's title; an own block of the same name is replaced.</param>
/// <param name="Shared">Whether all authors see it; null shares it.</param>
internal sealed record BlockImportRequest(string? Name = null, string? Description = null, string? Category = null, bool? Shared = null, JsonElement? Block = null);

internal sealed record BlockSavedContract(string Id, string Message);
