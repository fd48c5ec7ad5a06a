using System.Globalization;
using System.Text.Json.Nodes;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Reports;

/// <summary>Tells those who subscribed that a report is begun or over.</summary>
internal sealed class ReportEvents(EventOutbox outbox)
{
    /// <summary>Tells of the first start only: who takes a report over says nothing.</summary>
    public async Task StartedAsync(Session session, StoredReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (report.StartedAt == now)
            await outbox.AddAsync(session, WebhookEvent.GenerationStarted, Data(report, ReportState.Running), now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A report that somebody cancelled neither completed nor failed.</summary>
    public async Task FinishedAsync(Session session, StoredReport report, ReportOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome.State == ReportState.Cancelled)
            return;
        foreach (var happened in outcome.State.IsMade ? new[] { WebhookEvent.GenerationCompleted, WebhookEvent.ReportCompleted } : [WebhookEvent.GenerationFailed, WebhookEvent.ReportFailed])
        {
            var data = Data(report, outcome.State);
            (data["error_code"], data["error_message"]) = (outcome.ErrorCode, outcome.ErrorMessage);
            await outbox.AddAsync(session, happened, data, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static JsonObject Data(StoredReport report, ReportState state) => new()
    {
        ["report_id"] = report.Id.Value,
        ["template_id"] = report.TemplateId.Value,
        ["template_name"] = report.TemplateName,
        ["business_date"] = report.ReportDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["status"] = state.Word,
    };
}
