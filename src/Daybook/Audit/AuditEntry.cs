using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Audit;

/// <summary>One thing that somebody did.</summary>
internal sealed record AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the server itself, and for attempts of unknown people.</summary>
    public UserId? ActorId { get; init; }

    public required string ActorName { get; init; }

    public string? Address { get; init; }

    /// <summary>Such as <c>template.updated</c>.</summary>
    public required string Action { get; init; }

    public required string SubjectType { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>Null where there was nothing before.</summary>
    public Json? BeforeState { get; init; }

    /// <summary>Null where nothing is left.</summary>
    public Json? AfterState { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}
