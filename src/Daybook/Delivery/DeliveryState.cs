using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>Where a delivery stands. Only <see cref="Accepted"/> means that the other side took it.</summary>
internal sealed class DeliveryState : IWord<DeliveryState>
{
    /// <summary>Waits for its time, or for the next try.</summary>
    public static readonly DeliveryState Planned = new("planned");

    /// <summary>A node tries it, or died while it did.</summary>
    public static readonly DeliveryState Sending = new("sending");

    public static readonly DeliveryState Accepted = new("accepted");

    /// <summary>The recipient does not have it, and nobody tries any more.</summary>
    public static readonly DeliveryState Failed = new("failed");

    /// <summary>Nobody can tell whether the recipient has it.</summary>
    public static readonly DeliveryState Unknown = new("unknown");

    /// <summary>It was not sent, on purpose; the reason is kept.</summary>
    public static readonly DeliveryState Suppressed = new("suppressed");

    private DeliveryState(string word) => Word = word;

    public static ImmutableArray<DeliveryState> All { get; } = [Planned, Sending, Accepted, Failed, Unknown, Suppressed];

    public string Word { get; }

    /// <summary>Whether nothing happens any more unless a person does something.</summary>
    public bool IsFinal => this != Planned && this != Sending;

    public static DeliveryState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
