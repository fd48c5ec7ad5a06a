using System.Collections.Immutable;

namespace Daybook.Reports;

/// <param name="Same">What came out the same, with its hash.</param>
/// <param name="Different">What did not, or is damaged: sentences. Empty for a report that replays.</param>
internal sealed record ReplayResult(ImmutableArray<string> Same, ImmutableArray<string> Different);
