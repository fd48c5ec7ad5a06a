using System.Globalization;
using Daybook.Delivery;

namespace Daybook.Schedules.Running;

/// <summary>What of a run that has its report did not work, in words.</summary>
internal static class RunFailures
{
    private const int MostReasons = 3;

    /// <param name="reasons">Why blocks and formats of the report failed, one a line, as the report has them.</param>
    /// <returns>None where everything worked.</returns>
    public static IEnumerable<string> Sentences(int blocks, int exports, DeliverySummary deliveries, string? reasons = null)
    {
        string[] failed = [.. Counted(blocks, "block"), .. Counted(exports, "format"), .. Counted(deliveries.Failed, "delivery", "deliveries")];
        if (failed.Length > 0)
            yield return $"{(failed.Length == 1 ? failed[0] : $"{string.Join(", ", failed[..^1])} and {failed[^1]}")} failed.";
        foreach (var unknown in Counted(deliveries.Unknown, "delivery", "deliveries"))
            yield return $"Of {unknown} it is unknown whether {(deliveries.Unknown == 1 ? "it" : "they")} arrived.";
        if (deliveries.ReachedNobody)
            yield return $"Nobody got the report: {string.Join("", Counted(deliveries.Barred, "delivery", "deliveries"))} {(deliveries.Barred == 1 ? "was" : "were")} held back by the suppression list or the domains that the server allows.";
        foreach (var sentence in Reasons(reasons).Concat(Named(deliveries)))
            yield return sentence;
    }

    /// <summary>Which deliveries it was, and why; what is alike is told once.</summary>
    private static IEnumerable<string> Named(DeliverySummary deliveries)
    {
        var told = deliveries.Troubled.Where(trouble => trouble.State != DeliveryState.Suppressed || deliveries.ReachedNobody).ToList();
        foreach (var trouble in told)
        {
            var reason = trouble.Reason is { Length: > 0 } said ? said.TrimEnd('.') : "no reason is known";
            yield return $"{Who(trouble)}: {reason}.";
        }

        var left = deliveries.Failed + deliveries.Unknown + (deliveries.ReachedNobody ? deliveries.Barred : 0) - told.Sum(trouble => trouble.Count);
        if (told.Count > 0 && left > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{left:N0} more {(left == 1 ? "is" : "are")} in the list of its deliveries.");
    }

    private static string Who(TroubledDeliveries trouble)
    {
        var recipient = RecipientAddress.Of(trouble.Recipient) is { Length: > 0 } address ? $" to '{address}'" : "";
        var what = trouble.TellsPassword ? "The password, over" : "Over";
        return trouble.Count == 1 ? $"{what} '{trouble.Channel}'{recipient}" : string.Create(CultureInfo.InvariantCulture, $"{what} '{trouble.Channel}'{recipient} and {trouble.Count - 1:N0} more");
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
