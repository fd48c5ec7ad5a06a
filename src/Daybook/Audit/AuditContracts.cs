using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Audit;

/// <summary>One entry as the API shows it.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 over the entry and <paramref name="PreviousHash"/>.</param>
internal sealed record AuditEntryContract(
    long Sequence,
    DateTimeOffset At,
    Guid? ActorId,
    string ActorName,
    string? Address,
    string Action,
    string SubjectType,
    string? SubjectId,
    JsonElement? Before,
    JsonElement? After,
    string PreviousHash,
    string Hash)
{
    public static AuditEntryContract Of(AuditEntry entry) => new(
        entry.Sequence,
        entry.At,
        entry.ActorId?.Value,
        entry.ActorName,
        entry.Address,
        entry.Action,
        entry.SubjectType,
        entry.SubjectId,
        entry.BeforeState is { } before ? JsonElement.Parse(before.Text) : null,
        entry.AfterState is { } after ? JsonElement.Parse(after.Text) : null,
        Convert.ToHexStringLower(entry.PreviousHash),
        Convert.ToHexStringLower(entry.Hash));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<AuditEntryContract>))]
[JsonSerializable(typeof(AuditEntryContract))]
[JsonSerializable(typeof(AuditVerdict))]
[JsonSerializable(typeof(ImmutableArray<AuditRow>))]
internal sealed partial class AuditJson : JsonSerializerContext;
