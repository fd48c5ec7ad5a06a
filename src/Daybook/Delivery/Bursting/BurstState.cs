using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Where a burst stands.</summary>
internal sealed class BurstState : IWord<BurstState>
{
    /// <summary>Its data is not collected yet.</summary>
    public static readonly BurstState Waiting = new("waiting");

    /// <summary>The data is divided, and the reports are being made.</summary>
    public static readonly BurstState Running = new("running");

    /// <summary>Every recipient's report is made and handed to delivery, or was left out by policy.</summary>
    public static readonly BurstState Completed = new("completed");

    /// <summary>A recipient's report could not be made, or there are rows that belong to no recipient.</summary>
    public static readonly BurstState CompletedWithErrors = new("completed_with_errors");

    /// <summary>Nothing was made: the data could not be collected or divided.</summary>
    public static readonly BurstState Failed = new("failed");

    private BurstState(string word) => Word = word;

    public static ImmutableArray<BurstState> All { get; } = [Waiting, Running, Completed, CompletedWithErrors, Failed];

    public string Word { get; }

    public bool IsOver => this != Waiting && this != Running;

    public static BurstState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
