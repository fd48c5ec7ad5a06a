using System.Collections.Immutable;

namespace Daybook.Delivery;

/// <summary>The only ways from one state of a delivery to another.</summary>
/// <param name="From">The states it may begin in.</param>
internal sealed record DeliveryStep(string Name, DeliveryState To, ImmutableArray<DeliveryState> From)
{
    /// <summary>A node takes it.</summary>
    public static readonly DeliveryStep Claim = new("claim", DeliveryState.Sending, [DeliveryState.Planned]);

    /// <summary>A rule holds it back: at planning or right before it would be sent.</summary>
    public static readonly DeliveryStep Suppress = new("suppress", DeliveryState.Suppressed, [DeliveryState.Planned]);

    public static readonly DeliveryStep Accept = new("accept", DeliveryState.Accepted, [DeliveryState.Sending]);

    /// <summary>It certainly did not arrive and is tried again later.</summary>
    public static readonly DeliveryStep Defer = new("defer", DeliveryState.Planned, [DeliveryState.Sending]);

    /// <summary>It certainly did not arrive, and trying again cannot help or was tried often enough.</summary>
    public static readonly DeliveryStep GiveUp = new("give_up", DeliveryState.Failed, [DeliveryState.Sending]);

    /// <summary>The node ended before the point of no return.</summary>
    public static readonly DeliveryStep Release = new("release", DeliveryState.Planned, [DeliveryState.Sending]);

    /// <summary>The answer was lost after the point of no return.</summary>
    public static readonly DeliveryStep Lose = new("lose", DeliveryState.Unknown, [DeliveryState.Sending]);

    /// <summary>Evidence or a person says that it arrived.</summary>
    public static readonly DeliveryStep Confirm = new("confirm", DeliveryState.Accepted, [DeliveryState.Unknown]);

    /// <summary>Evidence or a person says that it did not arrive.</summary>
    public static readonly DeliveryStep Deny = new("deny", DeliveryState.Failed, [DeliveryState.Unknown]);

    /// <summary>The guarantee says to send again what may not have arrived.</summary>
    public static readonly DeliveryStep Repeat = new("repeat", DeliveryState.Planned, [DeliveryState.Unknown]);

    /// <summary>A person wants it sent after all.</summary>
    public static readonly DeliveryStep Resend = new("resend", DeliveryState.Planned, [DeliveryState.Failed, DeliveryState.Unknown, DeliveryState.Suppressed]) { AlsoBounced = true };

    public static ImmutableArray<DeliveryStep> All { get; } = [Claim, Suppress, Accept, Defer, GiveUp, Release, Lose, Confirm, Deny, Repeat, Resend];

    /// <summary>Whether it may also begin in what was accepted and came back.</summary>
    public bool AlsoBounced { get; private init; }

    /// <summary>For <c>where</c>.</summary>
    public string FromCondition => new StateChoice(From, AlsoBounced).Condition("");

    public override string ToString() => Name;
}
