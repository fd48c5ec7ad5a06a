using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Documents;

namespace Daybook.Delivery.Messages;

/// <summary>What subjects and bodies of messages may read. Texts that a report does not have are empty, never None.</summary>
internal static class MessageNames
{
    public static ImmutableArray<string> All { get; } =
    [
        "template_name", "template_version", "title", "subtitle", "business_date", "zone", "period_start", "period_end", "shift", "operator", "classification", "generated_at",
        "status", "status_text", "is_complete", "is_empty", "is_test", "schedule_name", "figures", "failures", "report_url",
    ];

    public static ImmutableDictionary<string, object?> Of(MessageInput input)
    {
        var (facts, metadata) = (input.Facts, input.Document?.Metadata);
        return ImmutableDictionary.CreateRange<string, object?>(
        [
            new("template_name", metadata?.TemplateName ?? facts.Title),
            new("template_version", metadata?.TemplateVersion ?? ""),
            new("title", metadata?.Title ?? facts.Title),
            new("subtitle", metadata?.Subtitle ?? ""),
            new("business_date", facts.BusinessDate.ToDateOnly()),
            new("zone", metadata?.Zone ?? "UTC"),
            new("period_start", metadata?.PeriodStart),
            new("period_end", metadata?.PeriodEnd),
            new("shift", metadata?.Shift ?? ""),
            new("operator", metadata?.Operator ?? ""),
            new("classification", metadata?.Classification ?? ""),
            new("generated_at", metadata?.GeneratedAt),
            new("status", facts.Status),
            new("status_text", StatusText(facts.Status)),
            new("is_complete", facts.Status == "completed"),
            new("is_empty", input.Document is { } document && document.Sections.All(section => section.Status == SectionStatus.Empty)),
            new("is_test", input.IsTest),
            new("schedule_name", input.ScheduleName ?? ""),
            new("figures", facts.Figures.Select(Figure).ToList()),
            new("failures", facts.Failures.ToList()),
            new("report_url", facts.Address?.AbsoluteUri ?? ""),
        ]);
    }

    private static string StatusText(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');

    private static ImmutableDictionary<string, object?> Figure(HeadlineFigure figure) => ImmutableDictionary.CreateRange<string, object?>(
        [new("label", figure.Label), new("value", figure.Value), new("severity", figure.Severity ?? "")]);
}
