using System.Collections.Immutable;
using System.Globalization;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

/// <summary>How a burst came out, judged from its parts.</summary>
/// <param name="Suppressed">Recipients whose report is made, and every delivery of it suppressed.</param>
/// <param name="Failed">Recipients without a report that should have one.</param>
/// <param name="Partial">Recipients in whose report something failed.</param>
/// <param name="Barred">Of the suppressed ones, those whom the suppression list or the server's allowed domains keep it from.</param>
/// <param name="Sentences">What went wrong, one a recipient or key; recipients are named, of their data nothing is told.</param>
internal sealed record BurstVerdict(BurstState State, int Distributed, int Suppressed, int Skipped, int Failed, int Partial, int Barred, int KeysWithoutRecipient, ImmutableArray<string> Sentences)
{
    private const int MostTold = 20;

    /// <summary>What of it is not as it should be.</summary>
    public int Errors => Failed + Partial + (KeysWithoutRecipient > 0 ? 1 : 0);

    /// <summary>Whether somebody gets nothing who should.</summary>
    public bool IsAlarming => Failed + Barred + KeysWithoutRecipient > 0;

    public string? ErrorCode => State == BurstState.Failed ? BurstCodes.NothingMade : null;

    public string? ErrorMessage => State == BurstState.Failed ? $"No recipient has a report. {string.Join(' ', Sentences)}" : Sentences.IsEmpty ? null : string.Join(' ', Sentences);

    public static BurstVerdict Of(ImmutableArray<StoredBurstPart> parts, ImmutableArray<UnassignedKey> unassigned)
    {
        var failed = parts.Where(part => part.State == BurstPartState.Failed).ToList();
        var suppressed = parts.Where(part => part.State == BurstPartState.Suppressed).ToList();
        var barred = suppressed.Where(part => part.IsBarred).ToList();
        var partial = parts.Where(part => (part.State == BurstPartState.Distributed || part.State == BurstPartState.Suppressed) && part.ReportStatus == ReportState.CompletedWithErrors).ToList();
        var distributed = parts.Count(part => part.State == BurstPartState.Distributed);
        var state = failed.Count > 0 && distributed + suppressed.Count == 0 ? BurstState.Failed
            : failed.Count + partial.Count + barred.Count + unassigned.Length > 0 ? BurstState.CompletedWithErrors
            : BurstState.Completed;
        return new BurstVerdict(
            state, distributed, suppressed.Count, parts.Count(part => part.State == BurstPartState.Skipped), failed.Count, partial.Count, barred.Count, unassigned.Length,
            [
                .. Told(unassigned, Sentence, "further keys have no recipient."),
                .. Told(failed, part => $"The report of “{part.Name}” failed: {Ended(part.Reason ?? "no reason is known")}", "further reports failed."),
                .. Told(barred, part => $"Nobody gets the report of “{part.Name}”: {Ended(part.Reason!)}", "further reports reach nobody."),
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
