using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>A message as programs read it. The form is part of the product's interface: fields are added, never changed; else <see cref="Version"/> rises.</summary>
internal static class WebhookBody
{
    public const int Version = 1;

    public static JsonObject Of(DeliveryMessage message) => new()
    {
        ["version"] = Version,
        ["event"] = message.Report.Event,
        ["key"] = message.Key,
        ["recipient"] = message.Recipient,
        ["subject"] = message.Subject,
        ["text"] = message.Text,
        ["written_at"] = InstantPattern.General.Format(message.Date),
        ["report"] = Of(message.Report),
        ["artifacts"] = new JsonArray([.. message.Attachments.Select(Of), .. message.Links.Select(Of)]),
    };

    private static JsonObject Of(ReportFacts report) => new()
    {
        ["id"] = report.ReportId,
        ["schedule_id"] = report.ScheduleId,
        ["occurrence_id"] = report.OccurrenceId,
        ["title"] = report.Title,
        ["business_date"] = LocalDatePattern.Iso.Format(report.BusinessDate),
        ["status"] = report.Status,
        ["figures"] = new JsonArray([.. report.Figures.Select(figure => new JsonObject { ["label"] = figure.Label, ["value"] = figure.Value, ["severity"] = figure.Severity })]),
        ["failures"] = new JsonArray([.. report.Failures.Select(failure => JsonValue.Create(failure))]),
        ["address"] = report.Address?.AbsoluteUri,
    };

    private static JsonObject Of(DeliveryAttachment attachment) => new()
    {
        ["file_name"] = attachment.FileName,
        ["media_type"] = attachment.MediaType,
        ["size_bytes"] = attachment.Content.Length,
        ["sha256"] = attachment.Sha256,
        ["content"] = Convert.ToBase64String(attachment.Content.Span),
    };

    private static JsonObject Of(DeliveryLink link) => new()
    {
        ["file_name"] = link.FileName,
        ["format"] = link.Format,
        ["size_bytes"] = link.SizeBytes,
        ["url"] = link.Address.AbsoluteUri,
        ["expires_at"] = InstantPattern.General.Format(link.ExpiresAt),
    };
}
