namespace Daybook.Delivery;

/// <summary>How many deliveries are in which state.</summary>
internal sealed record DeliverySummary
{
    public int Planned { get; init; }

    public int Sending { get; init; }

    public int Accepted { get; init; }

    public int Failed { get; init; }

    public int Unknown { get; init; }

    public int Suppressed { get; init; }

    /// <summary>Of the suppressed ones, those that the suppression list or the server's allowed domains held back, and no setting of the report.</summary>
    public int Barred { get; init; }

    /// <summary>Whether somebody was to get it, and nobody did.</summary>
    public bool ReachedNobody => Barred > 0 && Accepted == 0;

    /// <summary>Whether nothing happens any more unless a person does something.</summary>
    public bool IsFinal => Planned + Sending == 0;

    /// <summary>Whether a recipient that should have it may not have it, as far as is known.</summary>
    public bool HasErrors => Failed + Unknown > 0;
}
