using System.Collections.Immutable;

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

    /// <summary>Why a delivery is suppressed that the settings of its report want.</summary>
    public static readonly ImmutableArray<string?> BarringCodes = [SuppressionStore.Code, RecipientRules.Code];

    /// <summary>Of the suppressed ones, those that the suppression list or the server's allowed domains held back, and no setting of the report.</summary>
    public int Barred { get; init; }

    /// <summary>Reports that were barred from somebody, and that nobody has.</summary>
    public int Unreached { get; init; }

    /// <summary>The first of those that failed, are unknown, or were barred where nobody has the report; empty where nobody asked for them.</summary>
    public ImmutableArray<TroubledDeliveries> Troubled { get; init; } = [];

    /// <summary>Whether there is a report that somebody was to get, and nobody did.</summary>
    public bool ReachedNobody => Unreached > 0;

    /// <summary>Whether there were recipients, and the settings sent to none of them.</summary>
    public bool IsHeldBack => Suppressed > 0 && Planned + Sending + Accepted + Failed + Unknown == 0 && !ReachedNobody;

    /// <summary>Whether nothing happens any more unless a person does something.</summary>
    public bool IsFinal => Planned + Sending == 0;

    /// <summary>Whether a recipient that should have it may not have it, as far as is known.</summary>
    public bool HasErrors => Failed + Unknown > 0;
}
