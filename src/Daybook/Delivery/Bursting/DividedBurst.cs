using System.Collections.Frozen;
using Daybook.Composition;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

/// <summary>A burst whose data is there, before its parts are.</summary>
/// <param name="Whole">The report as it would be for all.</param>
/// <param name="Data">Of all; it is never kept.</param>
/// <param name="MissingPasswords">Names of stored passwords that recipients have and the server has not.</param>
internal sealed record DividedBurst(
    StoredBurst Burst, BurstDefinition Definition, ReportTemplate Template, NewReport Whole, Snapshot Data, SplitKeys Keys, FrozenSet<string> MissingPasswords)
{
    /// <summary>Addresses by key that have their report.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);
}
