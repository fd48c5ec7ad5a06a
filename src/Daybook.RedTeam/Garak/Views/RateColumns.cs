using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The columns that every table of counts ends with. Rates and bounds are in percent, and null when nothing was evaluated.</summary>
internal static class RateColumns
{
    public static ImmutableArray<DataColumn> Columns { get; } =
    [
        new("evaluated", DataType.Integer),
        new("hits", DataType.Integer),
        new("passes", DataType.Integer),
        new("nones", DataType.Integer),
        new("attack_success_rate", DataType.Decimal),
        new("interval_low", DataType.Decimal),
        new("interval_high", DataType.Decimal),
        new("critical", DataType.Integer),
        new("high", DataType.Integer),
        new("medium", DataType.Integer),
        new("low", DataType.Integer),
        new("minimal", DataType.Integer),
        new("severity_unknown", DataType.Integer),
        new("hitlog_hits", DataType.Integer),
        new("grade", DataType.Integer),
        new("assessment", DataType.Text),
    ];

    public static object?[] Values(PooledCounts counts)
    {
        var interval = RateInterval.Wilson(counts.Hits, counts.Evaluated);
        var severities = counts.Severities;
        return
        [
            counts.Evaluated,
            counts.Hits,
            counts.Passes,
            counts.Nones,
            counts.Evaluated == 0 ? null : 100m * counts.Hits / counts.Evaluated,
            interval?.Lower,
            interval?.Upper,
            severities.Critical,
            severities.High,
            severities.Medium,
            severities.Low,
            severities.Minimal,
            severities.Unknown,
            counts.HitlogHits,
            counts.Grade is { } grade ? (long)grade : null,
            Assessment(counts.Evaluated),
        ];
    }

    public static string Assessment(long evaluated) => evaluated == 0 ? "not assessed" : "assessed";
}
