using System.Collections.Immutable;

namespace Daybook.Delivery.Bursting;

/// <summary>Which parts of a burst are made once more from the recipients as they are now.</summary>
/// <param name="Failed">Parts that have no report, each with its recipient; null where the list names them no more.</param>
/// <param name="Keys">Of all parts, as they are now.</param>
/// <param name="Named">Addresses by key that have their report.</param>
internal sealed record PartsToMend(ImmutableArray<(StoredBurstPart Part, BurstRecipient? Recipient)> Failed, ImmutableArray<string?> Keys, ImmutableArray<string> Named)
{
    /// <summary>
    /// A failed part is that of the recipient with its key and one of its addresses, else with its key, else with one of its addresses: one of them may be what was
    /// mended. Recipients who have their report, and those who were not in the list, get none.
    /// </summary>
    public static PartsToMend Of(ImmutableArray<StoredBurstPart> parts, ImmutableArray<BurstRecipient> recipients, Func<BurstRecipient, Distribution> distributionOf)
    {
        var free = recipients.Select(recipient => new Candidate(recipient, distributionOf)).ToList();
        var seenTo = parts.Where(part => !IsMended(part)).Select(part => new Candidate(part.ReadSettings(), distributionOf)).ToList();
        foreach (var known in seenTo)
            TakeOut(free, candidate => candidate.Key == known.Key && candidate.Addresses.Overlaps(known.Addresses));
        var mended = new BurstRecipient?[parts.Length];
        var failed = parts.Index().Where(part => IsMended(part.Item)).Select(part => (part.Index, Former: new Candidate(part.Item.ReadSettings(), distributionOf))).ToList();
        foreach (var isTheirs in new Func<Candidate, Candidate, bool>[]
        {
            (former, now) => former.Key == now.Key && former.Addresses.Overlaps(now.Addresses),
            (former, now) => former.Key.Length > 0 && former.Key == now.Key,
            (former, now) => former.Addresses.Overlaps(now.Addresses),
        })
        {
            foreach (var (index, former) in failed)
                mended[index] ??= TakeOut(free, candidate => isTheirs(former, candidate))?.Recipient;
        }

        return new PartsToMend(
            [.. failed.Select(part => (parts[part.Index], mended[part.Index]))],
            [.. seenTo.Select(known => known.Recipient.Key), .. failed.Select(part => mended[part.Index]?.Key)],
            [.. seenTo.SelectMany(known => known.Ids)]);
    }

    private static Candidate? TakeOut(List<Candidate> free, Predicate<Candidate> isWanted)
    {
        var at = free.FindIndex(isWanted);
        if (at < 0)
            return null;
        var taken = free[at];
        free.RemoveAt(at);
        return taken;
    }

    private static bool IsMended(StoredBurstPart part) => part.State == BurstPartState.Failed && part.ReportId is null;

    private sealed class Candidate(BurstRecipient recipient, Func<BurstRecipient, Distribution> distributionOf)
    {
        private readonly Distribution _distribution = distributionOf(recipient);

        public BurstRecipient Recipient => recipient;

        public string Key => recipient.Key ?? "";

        public IEnumerable<string> Ids => RecipientNames.Of(recipient, _distribution).Select(name => name.Id);

        /// <summary>With their channels.</summary>
        public HashSet<string> Addresses => field ??= [.. _distribution.Targets.SelectMany(target => target.Everybody(arePeople: true).Select(address => $"{target.Channel}\n{RecipientAddress.Normal(address)}"))];
    }
}
