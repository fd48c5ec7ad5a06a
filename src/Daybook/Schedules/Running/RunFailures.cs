using System.Globalization;
using Daybook.Delivery;

namespace Daybook.Schedules.Running;

/// <summary>What of a run that has its report did not work, in words.</summary>
internal static class RunFailures
{
    private const int MostReasons = 3;

    /// <param name="reasons">Why blocks and formats of the report failed, one a line, as the report has them.</param>
    public static string Say(int blocks, int exports, DeliverySummary deliveries, string? reasons) => string.Join(' ', [.. Sentences(blocks, exports, deliveries), .. Reasons(reasons)]);

    /// <returns>None where everything worked.</returns>
    public static IEnumerable<string> Sentences(int blocks, int exports, DeliverySummary deliveries)
    {
        string[] failed = [.. Counted(blocks, "block"), .. Counted(exports, "format"), .. Counted(deliveries.Failed, "delivery", "deliveries")];
        if (failed.Length > 0)
            yield return $"{(failed.Length == 1 ? failed[0] : $"{string.Join(", ", failed[..^1])} and {failed[^1]}")} failed.";
        foreach (var unknown in Counted(deliveries.Unknown, "delivery", "deliveries"))
            yield return $"Of {unknown} it is unknown whether {(deliveries.Unknown == 1 ? "it" : "they")} arrived.";
        if (deliveries.ReachedNobody)
            yield return $"Nobody got the report: {string.Join("", Counted(deliveries.Barred, "delivery", "deliveries"))} {(deliveries.Barred == 1 ? "was" : "were")} held back by the suppression list or the domains that the server allows.";
    }

    /// <summary>The first of them: the report has all.</summary>
    private static IEnumerable<string> Reasons(string? reasons)
    {
        var lines = (reasons ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines.Take(MostReasons))
            yield return line[^1] is '.' or '?' or '!' ? line : line + ".";
        if (lines.Length > MostReasons)
            yield return $"The report tells {Counted(lines.Length - MostReasons, "more reason").First()}.";
    }

    private static IEnumerable<string> Counted(int number, string one, string? many = null)
    {
        if (number > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
    }
}
