namespace Daybook.Telemetry;

/// <summary>How many things of one kind are in one state.</summary>
internal sealed record StateCount
{
    public required string Kind { get; init; }

    public required string State { get; init; }

    public required long Count { get; init; }
}
