namespace Daybook.RedTeam;

/// <summary>R8: critical and high findings of the last six hours of the period against the six hours before.</summary>
internal static class EscalationRule
{
    public const int WindowHours = 6;

    /// <returns>Null when nothing escalates.</returns>
    public static EscalatingThreat? Of(long recent, long earlier) =>
        recent > 1.5m * earlier
            ? new EscalatingThreat(
                $"{Figure.Count(recent, "critical or high finding")} in the last {WindowHours} hours, {Figure.Whole(earlier)} in the {WindowHours} hours before",
                recent,
                earlier,
                recent / (decimal)Math.Max(earlier, 1),
                Math.Min(10m * recent, 100m))
            : null;
}
