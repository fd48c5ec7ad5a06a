using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Delivery.Bursting;

/// <summary>Takes orders for bursts: one report whose data is collected once and divided, so that each recipient's is made of their rows alone.</summary>
internal sealed class BurstOrders(BurstStore store, BurstCheck check, ReportOrders reports, AuditLog audit)
{
    /// <summary>The caller commits the session, and rings <see cref="BurstSignals"/> after that.</summary>
    /// <exception cref="ProblemException">The order has mistakes, or the template is not there for the caller.</exception>
    public async Task<BurstId> PlaceAsync(Session session, Caller caller, BurstOrder order, CancellationToken cancellationToken)
    {
        var whole = await reports.PrepareAsync(session, caller, order.Report, order.Period, cancellationToken).ConfigureAwait(false);
        var found = new RequestCheck();
        check.CheckForm(order.Definition, found);
        var template = TemplateInput.Require(TemplateCatalog.ReadText(whole.TemplateSnapshot.Text, "template.json"));
        BurstCheck.CheckFit(order.Definition, template, ReportInputs.Parse(whole.Inputs.Text), JsonElement.Parse(whole.SuppliedParameters.Text), found);
        found.ThrowIfRefused();
        await check.RequirePasswordsAsync(session, order.Definition, cancellationToken).ConfigureAwait(false);
        var definition = new Json(JsonSerializer.Serialize(order.Definition, BurstJson.Default.BurstDefinition));
        var id = await store.AddAsync(session, whole, order, definition, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "burst.requested", id.ToString(), null, whole.Inputs, cancellationToken).ConfigureAwait(false);
        return id;
    }
}
