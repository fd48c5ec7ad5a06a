using System.Collections.Immutable;
using System.Globalization;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

/// <summary>How a burst came out, judged from its parts.</summary>
/// <param name="Failed">Recipients without a report that should have one.</param>
/// <param name="Partial">Recipients in whose report something failed.</param>
/// <param name="Sentences">What went wrong, one a recipient or key; recipients are named, of their data nothing is told.</param>
internal sealed record BurstVerdict(BurstState State, int Distributed, int Skipped, int Failed, int Partial, int KeysWithoutRecipient, ImmutableArray<string> Sentences)
{
    private const int MostTold = 20;

    /// <summary>What of it is not as it should be.</summary>
    public int Errors => Failed + Partial + (KeysWithoutRecipient > 0 ? 1 : 0);

    public string? ErrorCode => State == BurstState.Failed ? BurstCodes.NothingMade : null;

    public string? ErrorMessage => State == BurstState.Failed ? $"No recipient has a report. {string.Join(' ', Sentences)}" : null;

    public static BurstVerdict Of(ImmutableArray<StoredBurstPart> parts, ImmutableArray<UnassignedKey> unassigned)
    {
        var failed = parts.Where(part => part.State == BurstPartState.Failed).ToList();
        var partial = parts.Where(part => part.State == BurstPartState.Distributed && part.ReportStatus == ReportState.CompletedWithErrors).ToList();
        var distributed = parts.Count(part => part.State == BurstPartState.Distributed);
        var state = failed.Count > 0 && distributed == 0 ? BurstState.Failed
            : failed.Count + partial.Count + unassigned.Length > 0 ? BurstState.CompletedWithErrors
            : BurstState.Completed;
        return new BurstVerdict(
            state, distributed, parts.Count(part => part.State == BurstPartState.Skipped), failed.Count, partial.Count, unassigned.Length,
            [
                .. Told(unassigned, Sentence, "further keys have no recipient."),
                .. Told(failed, part => $"The report of “{part.Name}” failed: {Ended(part.Reason ?? "no reason is known")}", "further reports failed."),
                .. Told(partial, part => $"The report of “{part.Name}” is partial: {Ended(part.ReportError ?? "no reason is known")}", "further reports are partial."),
            ]);
    }

    private static string Sentence(UnassignedKey key) => (key.Key, key.Rows) switch
    {
        (null, 1) => "1 row names no recipient at all; nobody gets it.",
        (null, var rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} rows name no recipient at all; nobody gets them."),
        (var named, 1) => $"1 row of “{named}” has no recipient; nobody gets it.",
        var (named, rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} rows of “{named}” have no recipient; nobody gets them."),
    };

    private static IEnumerable<string> Told<T>(IReadOnlyCollection<T> all, Func<T, string> sentence, string further) =>
        all.Take(MostTold).Select(sentence).Concat(all.Count > MostTold ? [string.Create(CultureInfo.InvariantCulture, $"{all.Count - MostTold} {further}")] : []);

    private static string Ended(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";
}
