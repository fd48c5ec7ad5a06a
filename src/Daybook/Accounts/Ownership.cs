namespace Daybook.Accounts;

/// <summary>How much depends on one user.</summary>
internal sealed record Ownership
{
    /// <summary>Active ones; the same below.</summary>
    public required long Templates { get; init; }

    public required long Schedules { get; init; }

    public required long Reports { get; init; }

    /// <summary>Personal tokens that are good still.</summary>
    public required long Tokens { get; init; }
}
