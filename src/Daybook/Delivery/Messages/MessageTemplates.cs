using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Documents;
using Daybook.Input;
using NodaTime;

namespace Daybook.Delivery.Messages;

/// <summary>Subjects and bodies as people write them for a schedule or a distribution.</summary>
internal static class MessageTemplates
{
    public const string Subject = "subject";

    public const string Body = "body";

    /// <summary>Reports that a template is tried with before it is kept: one with everything, and one with nothing but its date.</summary>
    private static readonly ImmutableArray<MessageInput> Samples = [Sample(whole: true), Sample(whole: false)];

    /// <summary>The subject where nobody wrote one.</summary>
    public static string Usual(string @event) => @event switch
    {
        "report.failed" => "COB Report failed - {{ template_name }} - {{ business_date }}",
        "report.missed" => "COB Report missed - {{ template_name }} - {{ business_date }}",
        "report.incomplete" => "COB Report incomplete - {{ template_name }} - {{ business_date }}",
        "report.held" => "COB Report waits for a decision - {{ template_name }} - {{ business_date }}",
        "report.recovered" => "COB Report recovered - {{ template_name }} - {{ business_date }}",
        PasswordDeliveries.Event => "Password - {{ template_name }} - {{ business_date }}",
        NoticeDocument.NotDelivered => "COB Report not delivered - {{ template_name }} - {{ business_date }}",
        "server.notice" => "{{ template_name }} - {{ business_date }}",
        "schedule.notice" => "Schedule - {{ template_name }} - {{ business_date }}",
        _ => "COB Report - {{ template_name }} - {{ business_date }}",
    };

    /// <summary>Everything that is wrong with a template, with its place and what to do.</summary>
    /// <param name="part"><see cref="Subject"/> or <see cref="Body"/>.</param>
    /// <param name="path">Where the template stands in what was sent.</param>
    public static void Check(string text, string part, string path, FieldProblems problems)
    {
        if (StandaloneText.Read(text, part, MessageNames.All, null, out var found) is not { } template)
        {
            foreach (var problem in found)
                problems.Error(path, $"line {problem.Line}, column {problem.Column}: {problem.Message}", problem.Advice);
            return;
        }

        foreach (var sample in Samples)
        {
            try
            {
                var rendered = template.Render(MessageNames.Of(sample), CancellationToken.None);
                if (part == Subject && MessageSubject.Line(rendered).Length == 0)
                {
                    problems.Error(path, "the subject is empty for some reports", "write a part that every report has, such as {{ template_name }}");
                    return;
                }
            }
            catch (CompositionException exception)
            {
                problems.Error(path, $"line {exception.Location?.Line}, column {exception.Location?.Column}: {exception.Message}", "texts that a report does not have are empty, lists may be empty too");
                return;
            }
        }
    }

    /// <param name="problem">Why the template cannot be used, as a sentence; null where it can.</param>
    /// <returns>Null with a problem.</returns>
    public static string? Render(string text, string part, MessageInput input, CancellationToken cancellationToken, out string? problem)
    {
        problem = null;
        if (StandaloneText.Read(text, part, MessageNames.All, DocumentLocale.Find(input.Document?.Metadata.Locale), out var found) is not { } template)
        {
            problem = $"The {part} is not the one that was written: {found[0].Message.TrimEnd('.')}.";
            return null;
        }

        try
        {
            return template.Render(MessageNames.Of(input), cancellationToken);
        }
        catch (CompositionException exception)
        {
            problem = $"The {part} is not the one that was written: {exception.Message.TrimEnd('.')}.";
            return null;
        }
    }

    private static MessageInput Sample(bool whole)
    {
        var date = new LocalDate(2026, 5, 4);
        var facts = new ReportFacts(
            "report.completed", "Close, daily", date, whole ? "completed_with_errors" : "completed", null, null, null,
            whole ? [new HeadlineFigure("Attack success rate", "17.4%", "High")] : [], whole ? ["Costs: the file is missing"] : [], whole ? new Uri("https://example.org/reports/1") : null);
        return new MessageInput(facts)
        {
            ChannelKind = "email", ReachesPeople = true, IsTest = whole, ScheduleName = whole ? "Close, weekdays" : null,
            Document = !whole ? null : new ReportDocument(
                new DocumentMetadata
                {
                    Title = "Close of business", Subtitle = "Red team", BusinessDate = date.ToDateOnly(), Zone = "America/New_York", Shift = "Day", Operator = "Ann", Classification = "INTERNAL USE",
                    TemplateId = "close", TemplateName = "Close, daily", TemplateVersion = "1.0.0", GeneratedAt = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(-4)), Status = ReportStatus.CompletedWithErrors,
                    PeriodStart = new DateTimeOffset(2026, 5, 3, 18, 0, 0, TimeSpan.FromHours(-4)), PeriodEnd = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(-4)),
                },
                []),
        };
    }
}
