using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Delivery.Messages;

/// <summary>A notice about something that was not made, as a document, so that it looks like the mails of reports.</summary>
internal static class NoticeDocument
{
    public static ReportDocument Of(MessageInput input, DateTimeOffset writtenAt)
    {
        var facts = input.Facts;
        return new ReportDocument(
            new DocumentMetadata
            {
                Title = Heading(facts.Event), BusinessDate = facts.BusinessDate.ToDateOnly(), TemplateId = facts.Title, TemplateName = facts.Title, TemplateVersion = "–",
                GeneratedAt = writtenAt, Status = facts.Event == "report.recovered" ? ReportStatus.Completed : ReportStatus.CompletedWithErrors,
            },
            [
                new Section("notice", "What happened", SectionKind.Data,
                [
                    .. facts.Figures.IsEmpty ? ImmutableArray<DocumentBlock>.Empty : [new MetricCards([.. facts.Figures.Select(figure => new MetricCard(figure.Label, new TextCell([new TextInline(figure.Value)])))])],
                    .. facts.Failures.Select(failure => new Paragraph([new TextInline(failure)])),
                    .. facts.Failures.IsEmpty ? [new Paragraph([new TextInline($"{Heading(facts.Event)}.")])] : ImmutableArray<DocumentBlock>.Empty,
                ]),
            ]);
    }

    public static string Heading(string @event) => @event switch
    {
        "report.failed" => "The report could not be made",
        "report.missed" => "The report was not made in time",
        "report.recovered" => "The report is made again",
        "delivery.failed" => "The report could not be delivered",
        _ => "Nothing to report",
    };
}
