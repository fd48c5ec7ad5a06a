using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>Where a report stands.</summary>
internal sealed class ReportState : IWord<ReportState>
{
    /// <summary>Waits for a node to take it.</summary>
    public static readonly ReportState Pending = new("pending");

    /// <summary>A node works on it, or died while it did.</summary>
    public static readonly ReportState Running = new("running");

    public static readonly ReportState Completed = new("completed");

    /// <summary>There is a report, but a block or a format failed; the report says which and why.</summary>
    public static readonly ReportState CompletedWithErrors = new("completed_with_errors");

    /// <summary>There is no report; the reason is kept.</summary>
    public static readonly ReportState Failed = new("failed");

    public static readonly ReportState Cancelled = new("cancelled");

    private ReportState(string word) => Word = word;

    public static ImmutableArray<ReportState> All { get; } = [Pending, Running, Completed, CompletedWithErrors, Failed, Cancelled];

    public string Word { get; }

    public bool IsOver => this != Pending && this != Running;

    /// <summary>Whether there is a document.</summary>
    public bool IsMade => this == Completed || this == CompletedWithErrors;

    public static ReportState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
