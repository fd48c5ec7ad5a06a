using System.Globalization;

namespace Daybook.Delivery.Channels;

/// <summary>Small texts that several chats share.</summary>
internal static class MessageText
{
    /// <summary>The line below a message: business date and state.</summary>
    public static string Footer(ReportFacts report) =>
        string.Create(CultureInfo.InvariantCulture, $"Business date {report.BusinessDate:uuuu-MM-dd} · {report.Status.Replace('_', ' ')}");

    /// <returns>What a message has no room for; null when it shows everything.</returns>
    public static string? LeftOut(ReportFacts report, int figures, int failures)
    {
        var (more, worse) = (report.Figures.Length - figures, report.Failures.Length - failures);
        return (more > 0, worse > 0) switch
        {
            (false, false) => null,
            (true, false) => $"{more} more figures are in the report.",
            (false, true) => $"{worse} more failures are in the report.",
            _ => $"{more} more figures and {worse} more failures are in the report.",
        };
    }

    public static string Label(DeliveryLink link) => $"{link.FileName} ({Size(link.SizeBytes)})";

    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    /// <summary>The text in parts of at most so many UTF-16 units, cut at ends of lines or words where there are any.</summary>
    public static IEnumerable<string> Parts(string text, int longest)
    {
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var end = rest.LastIndexOf('\n', longest - 1) is var line and > 0 ? line : rest.LastIndexOf(' ', longest - 1) is var word and > 0 ? word : longest;
            if (char.IsHighSurrogate(rest[end - 1]))
                end--;
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
            yield return rest;
    }
}
