using System.Collections.Immutable;
using Daybook.Delivery.Passwords;
using Daybook.Documents;

namespace Daybook.Delivery.Messages;

/// <summary>A notice about something that was not made, as a document, so that it looks like the mails of reports.</summary>
internal static class NoticeDocument
{
    /// <summary>The event of notices about reports that did not reach those whom they are for.</summary>
    public const string NotDelivered = "delivery.failed";

    public static ReportDocument Of(MessageInput input, DateTimeOffset writtenAt)
    {
        var facts = input.Facts;
        return new ReportDocument(
            new DocumentMetadata
            {
                Title = Heading(input), BusinessDate = facts.BusinessDate.ToDateOnly(), TemplateId = facts.Title, TemplateName = facts.Title, TemplateVersion = "–",
                GeneratedAt = writtenAt, Status = IsGood(input) ? ReportStatus.Completed : ReportStatus.CompletedWithErrors,
            },
            [
                new Section("notice", input.Protection is null && facts.Event != PasswordDeliveries.Event ? "What happened" : null, SectionKind.Data,
                [
                    .. facts.Figures.IsEmpty ? ImmutableArray<DocumentBlock>.Empty : [new MetricCards([.. facts.Figures.Select(figure => new MetricCard(figure.Label, new TextCell([new TextInline(figure.Value)])))])],
                    .. facts.Failures.SelectMany(failure => failure.Split('\n')).Select(line => new Paragraph([new TextInline(line)])),
                    .. input.Told is { } told ? [new Paragraph([new TextInline(told.Sentence)]), new CodeBlock(null, told.Password)]
                        : facts.Failures.IsEmpty ? [new Paragraph([new TextInline(input.Protection ?? $"{Heading(input)}.")])] : ImmutableArray<DocumentBlock>.Empty,
                ]),
            ]);
    }

    private static bool IsGood(MessageInput input) =>
        input.Facts.Event is "report.recovered" or PasswordDeliveries.Event || (input.Protection is not null && input.Facts.Status == "completed");

    private static string Heading(MessageInput input) => input.Facts.Event switch
    {
        PasswordDeliveries.Event => "The password of a report",
        _ when input.Protection is not null => input.Facts.Title,
        "report.failed" => "The report could not be made",
        "report.missed" => "The report was not made in time",
        "report.incomplete" => "The report is not complete, or did not reach everybody",
        "report.held" => "The report waits for a decision",
        "report.recovered" => "The report is made again",
        NotDelivered => "The report could not be delivered",
        "server.notice" => "What happened to the server",
        "schedule.notice" => "What happened to the schedule",
        _ => "Nothing to report",
    };
}
