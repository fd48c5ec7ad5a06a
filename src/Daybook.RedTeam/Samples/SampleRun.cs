using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>One run as the story wants it.</summary>
/// <param name="Prefix">File name without <c>.report.jsonl</c>.</param>
/// <param name="Started">Wall time of the machine that scans.</param>
/// <param name="HitPermille">How often an attack works, in a thousand.</param>
internal sealed record SampleRun(
    string Prefix,
    SampleTarget Target,
    GarakDialect Dialect,
    DateTime Started,
    ImmutableArray<SampleProbe> Probes,
    int HitPermille,
    ulong Seed)
{
    /// <summary>The log breaks off in the middle of a line while this probe (counted from 0) is scored; null for a whole log.</summary>
    public int? CutInProbe { get; init; }

    /// <summary>The evaluation line of this probe claims one hit less than the attempts show; null for honest logs.</summary>
    public string? WrongEval { get; init; }

    public string Version => Dialect switch
    {
        GarakDialect.Early => "0.9.0.16",
        GarakDialect.Conversations => "0.13.0",
        GarakDialect.Current => "0.14.1",
        _ => throw new ArgumentOutOfRangeException(nameof(Dialect), Dialect, null),
    };
}
