using System.Globalization;
using System.Text.Json.Nodes;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Reports;

/// <summary>Tells those who subscribed that a report is begun or over.</summary>
internal sealed class ReportEvents(EventOutbox outbox)
{
    /// <summary>Tells of the first start only: who takes a report over says nothing. Ends the transaction.</summary>
    public async Task StartedAsync(Session session, StoredReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (report.StartedAt == now)
            await outbox.AddAndCommitAsync(session, [(WebhookEvent.GenerationStarted, Data(report, ReportState.Running))], now, cancellationToken).ConfigureAwait(false);
        else
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A report that somebody cancelled neither completed nor failed. Ends the transaction.</summary>
    public async Task FinishedAsync(Session session, StoredReport report, ReportOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome.State == ReportState.Cancelled)
        {
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var data = Data(report, outcome.State);
        (data["error_code"], data["error_message"]) = (outcome.ErrorCode, outcome.ErrorMessage);
        var (generation, whole) = outcome.State.IsMade ? (WebhookEvent.GenerationCompleted, WebhookEvent.ReportCompleted) : (WebhookEvent.GenerationFailed, WebhookEvent.ReportFailed);
        await outbox.AddAndCommitAsync(session, [(generation, data), (whole, data.DeepClone().AsObject())], now, cancellationToken).ConfigureAwait(false);
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
