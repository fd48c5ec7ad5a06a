namespace Daybook.RedTeam;

/// <summary>Shares of whole counts, in percent. One division over pooled counts, never a mean of rates (R4).</summary>
internal static class Percent
{
    /// <returns>100·part/whole, or null where there is no whole.</returns>
    public static decimal? Of(long part, long whole) => whole == 0 ? null : 100m * part / whole;
}
