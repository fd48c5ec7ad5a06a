using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Messages;
using Daybook.Delivery.Passwords;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Reports;
using NodaTime;

namespace Daybook.Delivery.Sending;

/// <summary>Makes the message of a delivery from what is kept. The same delivery gives the same message each time.</summary>
internal sealed class MessageContent(MessageSources sources, MessageFileReader fileReader, PasswordWords passwords, MessageLinks links, MessageTheme theme)
{
    /// <param name="linksOnly">Whether nothing may be attached, because the other side found it too large.</param>
    /// <exception cref="MessageException">There is nothing to send any more, or a link is needed that cannot be made.</exception>
    public async Task<WrittenMessage> WriteAsync(StoredDelivery delivery, IDeliveryChannel channel, bool linksOnly, CancellationToken cancellationToken)
    {
        var (distribution, report, sent, schedule) = await sources.ReadAsync(delivery, cancellationToken).ConfigureAwait(false);
        var notice = distribution.ReadNotice();
        if (report is null && notice is null)
            throw new MessageException("report_removed", "The report was removed before it was sent.");
        var target = distribution.ReadSettings();
        var isNote = notice is null && (target.IsNote || (target.OnEmpty == EmptyPolicy.Note && DeliveryOrders.IsEmpty(report!)));
        var files = isNote ? MessageFiles.None : await fileReader.ReadAsync(distribution, delivery, linksOnly ? 0 : channel.Traits.MaximumBytes, channel.Traits.ReachesPeople, cancellationToken).ConfigureAwait(false);
        // What is in a protected file stands nowhere beside it.
        var document = target.Password is not null || target.PasswordOf is not null ? null : sent?.Document;
        var facts = Facts(distribution, report, document, notice, files);
        if (target.Password is not null || target.PasswordOf is not null)
            facts = facts with { Failures = [] };
        var told = target.PasswordOf is { } file ? await passwords.TellAsync(distribution, file, cancellationToken).ConfigureAwait(false) : null;
        var unsubscribe = channel.Traits.ReachesPeople ? await links.UnsubscribeAsync(delivery.Id, cancellationToken).ConfigureAwait(false) : null;
        var composed = MessageComposer.Compose(
            new MessageInput(facts)
            {
                ChannelKind = channel.Traits.Kind,
                ReachesPeople = channel.Traits.ReachesPeople,
                Document = notice is null ? document : null,
                ScheduleName = schedule,
                Because = notice?.Because,
                Subject = target.Subject,
                Body = target.Body,
                Files = files.ForMail,
                Missing = files.MissingSentences,
                IsTest = distribution.IsTest,
                IsNote = isNote,
                Protection = target.Password is { } password && !isNote ? PasswordWords.Of(password) : null,
                Told = told,
                Unsubscribe = unsubscribe,
                Cards = target.Cards ?? CardsForm.Text,
                LinksUntil = files.LinksUntil,
                Theme = sent?.Theme ?? theme.Of(report),
                Pictures = sent?.Pictures ?? new DrawnPictures(),
            },
            delivery.WrittenAt,
            cancellationToken);
        var isShared = target.IsShared(delivery.Recipient);
        var message = new DeliveryMessage(delivery.DeliveryKey, delivery.Recipient, composed.Subject, composed.Text, Instant.FromDateTimeOffset(delivery.WrittenAt))
        {
            Report = facts,
            Html = composed.Html,
            Pictures = composed.Pictures,
            Attachments = files.Attachments,
            Links = files.Links,
            Missing = files.MissingSentences,
            NamedTo = isShared ? target.To : [],
            NamedCc = isShared ? target.Cc : [],
            Unsubscribe = unsubscribe,
        };
        return new WrittenMessage(message, files.Linked, [.. files.MissingSentences, .. composed.Problems]);
    }

    private static ReportFacts Facts(StoredDistribution distribution, StoredReport? report, ReportDocument? document, Notice? notice, MessageFiles files) => new(
        distribution.Event,
        distribution.Title,
        LocalDate.FromDateOnly(distribution.BusinessDate),
        notice?.Status ?? report!.Status.Word,
        distribution.ReportId?.Value,
        distribution.ScheduleId?.Value,
        distribution.OccurrenceId?.Value,
        notice?.Figures ?? (document is null ? [] : HeadlineFigures.Of(document)),
        notice?.Failures ?? FailuresOf(report!),
        files.Whole?.Address);

    private static ImmutableArray<string> FailuresOf(StoredReport report) => report.ReportData is not { } data ? [] :
        [.. ReportData.Parse(data.Text).Blocks.Where(block => block.Status == SectionStatus.Failed).Select(block => $"{block.Title ?? block.Id}: {block.Reason ?? "no reason was given"}")];
}
