using Daybook.Delivery.Channels;
using Daybook.Delivery.Messages;
using Daybook.Delivery.Passwords;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;
using Daybook.Tests.Export.Mail;
using NodaTime;

namespace Daybook.Tests.Delivery.Messages;

public sealed class MessageComposerTests
{
    private static readonly DateTimeOffset Written = new(2026, 5, 4, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_mail_has_the_subject_of_the_guide_both_forms_and_the_pictures_it_shows()
    {
        var message = Compose(Input());
        Assert.Equal("COB Report - Standard Security COB - 2026-05-04", message.Subject);
        Assert.Contains("Attack success rate: 17.4%", message.Text, StringComparison.Ordinal);
        Assert.Contains("cid:chart\"", message.Html!, StringComparison.Ordinal);
        Assert.Equal(["chart", "chart-narrow"], message.Pictures.Select(picture => picture.ContentId));
        Assert.Empty(message.Problems);
    }

    [Fact]
    public void Subject_and_body_are_those_that_were_written()
    {
        var message = Compose(Input() with { Subject = "{{ status_text }}: {{ title }} of {{ business_date }}, {{ figures[1].value }} grave", Body = "Dear all,\n\n{{ figures | length }} figures.", ScheduleName = "Close" });
        Assert.Equal("Completed: Security Operations Summary of 2026-05-04, 214 (Critical) grave", message.Subject);
        Assert.Contains("\nDear all,\n\n4 figures.\n", message.Text, StringComparison.Ordinal);
        Assert.Contains("the schedule “Close” names you", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "04.05.2026 12.345,5 04.05.2026 2026-05-04 17,4%", "1,26 kB")]
    [InlineData("fr", "04/05/2026 12 345,5 04/05/2026 2026-05-04 17,4%", "1,26 kB")]
    [InlineData(null, "2026-05-04 12,345.5 2026-05-04 2026-05-04 17.4%", "1.26 kB")]
    public void Subject_and_body_write_numbers_and_dates_as_the_report_does(string? locale, string subject, string body)
    {
        var document = RedTeamReport.Document with { Metadata = RedTeamReport.Document.Metadata with { Locale = locale } };
        var message = Compose(Input(document) with
        {
            Subject = "{{ business_date | format_date }} {{ 12345.5 | format_number(1) }} {{ generated_at | format_date }} {{ business_date }} {{ 17.4 | percentage(1) }}",
            Body = "{{ 1260 | bytes(2) }}",
        });
        Assert.Empty(message.Problems);
        Assert.Equal(subject, message.Subject);
        Assert.Contains(body, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_stands_alone_in_letters_of_one_width_and_is_no_failure()
    {
        var told = new ToldPassword("The report “Close” that is sent to ann@example.com over mail opens with this password:", "k3mzq-8tnw2-hx9pd-4rvca");
        var facts = new ReportFacts(PasswordDeliveries.Event, "Close", new LocalDate(2026, 5, 4), "completed", null, null, null, [], [], null);
        var mail = Compose(new MessageInput(facts) { ChannelKind = "email", ReachesPeople = true, Told = told });
        Assert.Equal("Password - Close - 2026-05-04", mail.Subject);
        Assert.Matches($"font-family:ui-monospace[^>]*>{told.Password}<", mail.Html);
        Assert.Contains($"\n    {told.Password}\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"{told.Sentence}\n{told.Password}", Compose(new MessageInput(facts) { ChannelKind = "slack", ReachesPeople = true, Told = told }).Text);
    }

    [Fact]
    public void A_notice_of_several_lines_has_a_paragraph_for_each()
    {
        var facts = new ReportFacts("report.incomplete", "Close", new LocalDate(2026, 5, 4), "completed_with_errors", null, null, null, [], ["1 delivery failed.\nOver 'email' to 'ann@example.com': No mailbox."], null);
        var mail = Compose(new MessageInput(facts) { ChannelKind = "email", ReachesPeople = true });
        Assert.Contains("1 delivery failed.\n\nOver 'email' to 'ann@example.com': No mailbox.\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_that_fails_for_this_report_is_replaced_and_the_reason_told()
    {
        var message = Compose(Input() with { Subject = "{{ figures[40].value }}" });
        Assert.Equal("COB Report - Standard Security COB - 2026-05-04", message.Subject);
        Assert.StartsWith("The subject is not the one that was written: ", Assert.Single(message.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nBcc: evil@example.org", "a Bcc: evil@example.org")]
    [InlineData("  spaces \t and\u2028lines\u0000 ", "spaces and lines")]
    [InlineData("right\u202Eto\u2066left\u200B", "righttoleft")]
    public void A_subject_is_one_line_of_what_can_be_seen(string text, string line) => Assert.Equal(line, MessageSubject.Line(text));

    [Fact]
    public void A_subject_has_at_most_two_hundred_characters_and_no_half_character()
    {
        var line = MessageSubject.Line(string.Concat(Enumerable.Repeat("🧪", 150)));
        Assert.InRange(line.Length, 190, MessageSubject.Longest);
        Assert.EndsWith("🧪…", line, StringComparison.Ordinal);
        Assert.Equal(200, MessageSubject.Line(new string('x', 5_000)).Length);
    }

    [Fact]
    public void Data_in_a_subject_cannot_become_a_header()
    {
        var message = Compose(Input(MailDocuments.Find("hostile")) with { Subject = "{{ title }}" });
        Assert.DoesNotContain(message.Subject, char.IsControl);
        Assert.DoesNotContain('\u202e', message.Subject);
    }

    [Fact]
    public void Tests_and_partial_reports_are_marked_whatever_the_template_says()
    {
        var partial = Input(MailDocuments.Find("failed")) with { Subject = "All well", IsTest = true };
        var message = Compose(partial with { Facts = partial.Facts with { Status = "completed_with_errors" } });
        Assert.Equal("[TEST] [PARTIAL] All well", message.Subject);
        Assert.StartsWith("TLP:AMBER\n\nTEST", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_was_not_made_makes_the_message_partial()
    {
        var message = Compose(Input() with { Missing = ["The PDF could not be made: it took more than 60 seconds."] });
        Assert.StartsWith("[PARTIAL] ", message.Subject, StringComparison.Ordinal);
        Assert.StartsWith("TLP:AMBER\n\n! THIS REPORT IS NOT COMPLETE\nThe PDF could not be made: it took more than 60 seconds.\n\n", message.Text, StringComparison.Ordinal);
        Assert.Contains("Status: Completed with errors", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", message.Html!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public void A_chat_names_first_what_was_not_made(string kind)
    {
        var message = Compose(Input() with { ChannelKind = kind, Missing = ["The pdf file is missing: it took more than 60 seconds."] });
        Assert.StartsWith("[PARTIAL] ", message.Subject, StringComparison.Ordinal);
        Assert.StartsWith("The pdf file is missing: it took more than 60 seconds.\n\n", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_says_that_there_was_nothing_to_report()
    {
        var message = Compose(Input(MailDocuments.Find("empty day")) with { IsNote = true });
        Assert.Equal("COB Report - Standard Security COB - 2026-05-04 - nothing to report", message.Subject);
        Assert.Contains("There was nothing to report: no part of the report had data.", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.failed", "COB Report failed - Close - 2026-05-04", "The report could not be made")]
    [InlineData("report.missed", "COB Report missed - Close - 2026-05-04", "The report was not made in time")]
    [InlineData("delivery.failed", "COB Report not delivered - Close - 2026-05-04", "The report could not be delivered")]
    public void A_notice_looks_like_a_report_and_says_what_happened(string @event, string subject, string heading)
    {
        var facts = new ReportFacts(@event, "Close", new LocalDate(2026, 5, 4), "failed", null, null, null, [], ["The source 'siem' did not answer."], null);
        var message = Compose(new MessageInput(facts) { ChannelKind = "email", ReachesPeople = true, Subject = "All well" });
        Assert.Equal(subject, message.Subject);
        Assert.Contains(heading, message.Text, StringComparison.Ordinal);
        Assert.Contains("The source 'siem' did not answer.", message.Text, StringComparison.Ordinal);
        Assert.Contains(heading, message.Html!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack", 1200)]
    [InlineData("teams", 600)]
    public void A_chat_gets_words_and_a_picture_with_its_title(string kind, int dots)
    {
        var message = Compose(Input() with { ChannelKind = kind });
        Assert.Null(message.Html);
        Assert.StartsWith("[High] Partly assessed\n  1 of 4 expected runs did not finish: the run on mistral-large stopped after 312 of 1,040 attempts.", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tests scored", message.Text, StringComparison.Ordinal);
        var picture = Assert.Single(message.Pictures);
        Assert.Equal(dots, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.Png.Span[16..]));
        if (kind == "teams")
            Assert.InRange(picture.Png.Length, 1, 27_000 * 3 / 4);
    }

    [Theory]
    [InlineData(null, false, null, null)]
    [InlineData("Close", false, null, "You get this because the schedule “Close” names you.")]
    [InlineData("Close", true, null, "You get this because you asked for a test of the schedule “Close”.")]
    [InlineData("Close", false, "this schedule is yours", "You get this because this schedule is yours.")]
    public void A_mail_says_why_it_came(string? schedule, bool isTest, string? because, string? reason)
    {
        var text = Compose(Input() with { ScheduleName = schedule, IsTest = isTest, Because = because }).Text;
        if (reason is null)
            Assert.DoesNotContain("You get this because", text, StringComparison.Ordinal);
        else
            Assert.Contains(reason, text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_gets_text_alone()
    {
        var message = Compose(Input() with { ChannelKind = "webhook", ReachesPeople = false });
        Assert.Null(message.Html);
        Assert.Empty(message.Pictures);
        Assert.Contains("Attack success rate: 17.4%", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_message()
    {
        var (one, two) = (Compose(Input()), Compose(Input()));
        Assert.Equal((one.Subject, one.Text, one.Html), (two.Subject, two.Text, two.Html));
    }

    private static ComposedMessage Compose(MessageInput input) => MessageComposer.Compose(input, Written, TestContext.Current.CancellationToken);

    private static MessageInput Input(ReportDocument? document = null)
    {
        var report = document ?? RedTeamReport.Document;
        return new MessageInput(new ReportFacts(
            "report.completed", report.Metadata.TemplateName, LocalDate.FromDateOnly(report.Metadata.BusinessDate), "completed", Guid.Empty, null, null, HeadlineFigures.Of(report), [],
            new Uri("https://daybook.example/reports/1")))
        {
            ChannelKind = "email", ReachesPeople = true, Document = report, Files = [new MailFile("a.pdf", 1_000)],
        };
    }
}
