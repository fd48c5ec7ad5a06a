namespace Daybook.Documents;

/// <summary>One headline figure.</summary>
/// <param name="Value">The figure; <see cref="EmptyCell"/> is shown as "not measured", never as zero.</param>
public sealed record MetricCard(string Label, Cell Value)
{
    /// <summary>Unit behind the value, such as <c>ms</c>; null when the value needs none.</summary>
    public string? Unit { get; init; }

    /// <summary>The change against the earlier period, as shown, such as <c>+12.5%</c>; null shows none.</summary>
    public string? Change { get; init; }

    /// <summary>Which way the value moved; null when there is nothing to compare with.</summary>
    public ChangeDirection? Direction { get; init; }

    /// <summary>Whether the move is good or bad; null when it is neither.</summary>
    public bool? IsGood { get; init; }

    /// <summary>How grave the figure itself is; null shows no rating.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The tag of the <see cref="DocumentLocale"/> of its value; null writes it as without one.</summary>
    public string? Locale { get; init; }

    /// <summary>A short remark below the figure, such as the comparison it rests on; null shows none.</summary>
    public string? Note { get; init; }
}
