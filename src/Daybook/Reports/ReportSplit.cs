using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>What part of the collected data a report is made from: that of one recipient of a burst.</summary>
/// <param name="Value">The value of the split column whose rows the report has.</param>
internal sealed record ReportSplit(SplitRule Rule, string Value)
{
    public Snapshot Of(Snapshot whole) => SnapshotSplit.Of(whole, Rule, Value);
}
