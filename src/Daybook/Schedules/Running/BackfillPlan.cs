using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Schedules.Running;

/// <summary>What a backfill would do, oldest first.</summary>
internal sealed record BackfillPlan(Schedule Schedule, ImmutableArray<BackfillDate> Dates, bool Delivers)
{
    /// <summary>Names this plan: whoever sends it back has seen it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Schedule.Id} {Schedule.Version} {Delivers}\n{string.Join('\n', Dates.Select(date => date.Line))}")).AsSpan(0, 16));

    public IEnumerable<BackfillDate> Runs => Dates.Where(date => date.Action is BackfillDate.New or BackfillDate.Reopen);
}
