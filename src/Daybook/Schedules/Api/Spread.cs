namespace Daybook.Schedules.Api;

/// <summary>How values spread; the values at ranks (nearest rank), not between them.</summary>
internal sealed record Spread(double Median, double P95, double Largest)
{
    /// <returns>Null for no values.</returns>
    public static Spread? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : new Spread(At(0.5), At(0.95), Math.Round(sorted[^1], 3));
        double At(double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 3);
    }
}
