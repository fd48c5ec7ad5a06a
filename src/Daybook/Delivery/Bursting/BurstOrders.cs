using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Delivery.Bursting;

/// <summary>Takes orders for bursts: one report whose data is collected once and divided, so that each recipient's is made of their rows alone.</summary>
internal sealed class BurstOrders(BurstStore store, BurstCheck check, BurstRetries retries, ReportOrders reports, AuditLog audit)
{
    /// <summary>The caller commits the session, and rings <see cref="BurstSignals"/> after that.</summary>
    /// <exception cref="ProblemException">The order has mistakes, or the template is not there for the caller.</exception>
    public async Task<BurstId> PlaceAsync(Session session, Caller caller, BurstOrder order, CancellationToken cancellationToken)
    {
        var whole = await reports.PrepareAsync(session, caller, order.Report, order.Period, cancellationToken).ConfigureAwait(false);
        var template = TemplateInput.Require(TemplateCatalog.ReadText(whole.TemplateSnapshot.Text, "template.json"));
        await RequireAsync(session, order.Definition, template, whole.Inputs, whole.SuppliedParameters, new RequestCheck(), cancellationToken).ConfigureAwait(false);
        var definition = new Json(JsonSerializer.Serialize(order.Definition, BurstJson.Default.BurstDefinition));
        var id = await store.AddAsync(session, whole, order, definition, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "burst.requested", id.ToString(), null, whole.Inputs, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>As <see cref="PlaceAsync"/>, for what failed of one that is over.</summary>
    /// <param name="mended">Null keeps it as it was ordered.</param>
    /// <exception cref="ProblemException">It is not there for the caller, belongs to an occurrence, is not over or whole, or what was mended has mistakes.</exception>
    public async Task RetryAsync(Session session, Caller caller, BurstId id, BurstDefinition? mended, CancellationToken cancellationToken)
    {
        var burst = await store.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Burst");
        if (burst.OccurrenceId is { } occurrence)
            throw new ProblemException(ProblemType.NotPossibleNow, $"A schedule ordered it: correct the schedule, and retry the occurrence with POST /occurrences/{occurrence}/retry.");
        if (mended is not null)
        {
            var found = new RequestCheck();
            found.Refuse(mended.Split != burst.ReadDefinition().Split, "burst.split", "must stay as it is: others have their reports by it");
            await RequireAsync(session, mended, burst.ReadTemplate(), burst.Inputs, burst.SuppliedParameters, found, cancellationToken).ConfigureAwait(false);
        }

        if (!await retries.ReopenAsync(session, burst, mended, cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.NotPossibleNow, burst.State.IsOver ? "Nothing of it failed. What was not delivered is sent again with POST /deliveries/resend." : $"It is not over; it is {burst.State}.");
        await audit.AppendAsync(session, caller, "burst.retried", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task RequireAsync(Session session, BurstDefinition definition, ReportTemplate template, Json inputs, Json supplied, RequestCheck found, CancellationToken cancellationToken)
    {
        check.CheckForm(definition, found);
        BurstCheck.CheckFit(definition, template, ReportInputs.Parse(inputs.Text), JsonElement.Parse(supplied.Text), found);
        found.ThrowIfRefused();
        await check.RequirePasswordsAsync(session, definition, cancellationToken).ConfigureAwait(false);
    }
}
