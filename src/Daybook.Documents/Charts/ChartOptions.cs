using System.Collections.Immutable;

namespace Daybook.Documents;

public sealed record ChartOptions
{
    public string? XTitle { get; init; }

    public string? YTitle { get; init; }

    /// <summary>Unit of the values, such as <c>%</c> or <c>ms</c>; shown on the axis and in the twin table.</summary>
    public string? Unit { get; init; }

    /// <summary>Lower end of the value axis; null lets the data decide.</summary>
    public double? Minimum { get; init; }

    /// <summary>Upper end of the value axis; null lets the data decide.</summary>
    public double? Maximum { get; init; }

    /// <summary>Lines across the chart, such as a tolerance; also the bands of a gauge.</summary>
    public ImmutableArray<ChartThreshold> Thresholds { get; init; } = [];

    /// <summary>Digits after the decimal point in labels and in the twin table; null shows as many as the data has.</summary>
    public int? Decimals { get; init; }

    /// <summary>The severity whose colour each label takes (pie, doughnut and bars of one series); empty uses the palette.</summary>
    public ImmutableArray<Severity> LabelSeverities { get; init; } = [];

    /// <summary>The tag of the <see cref="DocumentLocale"/> of its numbers and dates; null writes them as without one.</summary>
    public string? Locale { get; init; }

    /// <summary>How many observations the chart rests on; null when that is not a count of anything.</summary>
    public long? SampleSize { get; init; }
}
