using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>How the rules write figures into sentences; the exact values stand beside them in the object.</summary>
internal static class Figure
{
    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string OneDecimal(decimal value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("#,##0.0", CultureInfo.InvariantCulture);

    public static string Percent(decimal value) => OneDecimal(value) + "%";

    public static string Signed(decimal value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    /// <returns><c>1 target</c>, <c>2 targets</c>.</returns>
    public static string Count(long count, string singular, string? plural = null) =>
        $"{Whole(count)} {(count == 1 ? singular : plural ?? singular + "s")}";
}
