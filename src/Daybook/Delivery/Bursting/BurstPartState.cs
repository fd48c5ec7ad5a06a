using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Where the report of one recipient stands.</summary>
internal sealed class BurstPartState : IWord<BurstPartState>
{
    /// <summary>The report is ordered.</summary>
    public static readonly BurstPartState Making = new("making");

    /// <summary>The report is made, and its deliveries stand in the ledger.</summary>
    public static readonly BurstPartState Distributed = new("distributed");

    /// <summary>The report is made, and every one of its deliveries is suppressed. It is never kept, as it follows from the ledger: who resends one makes it <see cref="Distributed"/>.</summary>
    public static readonly BurstPartState Suppressed = new("suppressed");

    /// <summary>The recipient has no rows, and the policy makes no report then.</summary>
    public static readonly BurstPartState Skipped = new("skipped");

    /// <summary>There is no report, or it could not be handed to delivery; the reason is kept.</summary>
    public static readonly BurstPartState Failed = new("failed");

    private BurstPartState(string word) => Word = word;

    public static ImmutableArray<BurstPartState> All { get; } = [Making, Distributed, Suppressed, Skipped, Failed];

    public string Word { get; }

    public static BurstPartState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
