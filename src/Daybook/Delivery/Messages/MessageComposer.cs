using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Delivery.Messages;

/// <summary>Writes the message about a report for one channel: subject, mail or chat text, pictures. The same input gives the same message.</summary>
internal static class MessageComposer
{
    private const string Mail = "email";

    /// <summary>Chats show the figures and what failed in forms of their own; their text says the rest.</summary>
    private const int ChatText = 1_200;

    private const int ChatWidth = 600;

    /// <param name="writtenAt">What the message says about when it was written, where there is no report that says it.</param>
    public static ComposedMessage Compose(MessageInput input, DateTimeOffset writtenAt, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var subject = Subject(input, problems, cancellationToken);
        var introduction = input.Body is { } body && input.Document is not null ? Rendered(body, MessageTemplates.Body, input, problems, cancellationToken) : null;
        if (input.IsNote)
            introduction = string.Join("\n\n", new[] { "There was nothing to report: no part of the report had data.", introduction }.OfType<string>());
        var document = input.Document ?? NoticeDocument.Of(input, writtenAt);
        if (input.ReachesPeople && input.ChannelKind != Mail)
            return new ComposedMessage(subject, string.Join("\n\n", [.. input.Missing, introduction ?? (input.Told is { } told ? $"{told.Sentence}\n{told.Password}" : MailExporter.Digest(document, ChatText))]), null, input.Document is null ? [] : ChatPictures(document, input), problems.ToImmutable());
        var mail = MailExporter.Export(document, new MailOptions
        {
            Theme = input.Theme,
            Drawn = input.Pictures,
            Address = input.Facts.Address,
            Files = input.Files,
            LinksUntil = input.LinksUntil,
            CardsAsPictures = input.Cards == CardsForm.Pictures,
            Problems = input.Missing,
            Introduction = introduction,
            IsTest = input.IsTest,
            IsNotice = input.Document is null,
            Reason = Reason(input),
            Unsubscribe = input.Unsubscribe,
        });
        return input.ChannelKind == Mail
            ? new ComposedMessage(subject, mail.Text, mail.Html, [.. mail.Pictures.Select(picture => Picture(picture.ContentId, picture.Picture))], problems.ToImmutable())
            : new ComposedMessage(subject, mail.Text, null, [], problems.ToImmutable());
    }

    /// <returns>Null where nothing but a person's order is the reason.</returns>
    private static string? Reason(MessageInput input) => input switch
    {
        { Because: { } because } => $"You get this because {because}.",
        { ScheduleName: { } schedule, IsTest: true } => $"You get this because you asked for a test of the schedule “{schedule}”.",
        { ScheduleName: { } schedule } => $"You get this because the schedule “{schedule}” names you.",
        _ => null,
    };

    private static string Subject(MessageInput input, ImmutableArray<string>.Builder problems, CancellationToken cancellationToken)
    {
        var usual = MessageTemplates.Usual(input.Facts.Event);
        // What is not about a made report keeps the usual subject: a template for reports would hide it.
        var own = input.Document is not null && input.Subject is { } template ? Rendered(template, MessageTemplates.Subject, input, problems, cancellationToken) : null;
        var line = own is null ? "" : MessageSubject.Line(own);
        if (line.Length == 0)
            line = MessageSubject.Line(MessageTemplates.Render(usual, MessageTemplates.Subject, input, cancellationToken, out _) ?? input.Facts.Title);
        // That a report did not arrive says nothing of whether it is whole.
        var isPartial = input.Facts.Event != NoticeDocument.NotDelivered && (input.Facts.Status == "completed_with_errors" || !input.Missing.IsEmpty);
        return MessageSubject.Line($"{(input.IsTest ? "[TEST] " : "")}{(isPartial ? "[PARTIAL] " : "")}{line}{(input.IsNote ? " - nothing to report" : "")}");
    }

    private static string? Rendered(string template, string part, MessageInput input, ImmutableArray<string>.Builder problems, CancellationToken cancellationToken)
    {
        var text = MessageTemplates.Render(template, part, input, cancellationToken, out var problem);
        if (problem is not null)
            problems.Add(problem);
        return text;
    }

    private static ImmutableArray<DeliveryPicture> ChatPictures(ReportDocument document, MessageInput input)
    {
        // Cards of Teams hold their pictures and are small; others fetch them.
        var scale = input.ChannelKind == "teams" ? 1 : 2;
        return MailExporter.FirstChart(document) is { } chart && input.Pictures.Chart(chart, ChatWidth, scale, input.Theme, withTitle: true) is { } picture ? [Picture("chart", picture)] : [];
    }

    private static DeliveryPicture Picture(string contentId, PngPicture picture) => new(contentId, picture.Alternative, picture.Width, picture.Height, picture.Png);
}
