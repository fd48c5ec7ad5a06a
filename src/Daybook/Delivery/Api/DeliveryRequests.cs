using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery.Passwords;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Api;

/// <summary>What a person asks to be sent.</summary>
internal sealed class DeliveryRequests(Database database, DistributionReader reader, FilePasswordCheck passwords, DeliveryOrders orders, ReportStores reports, ReportExports exports, DeliverySignals signals)
{
    private const int HighestRevision = 1_000_000;

    /// <exception cref="ProblemException">The request has mistakes, or the report is not made or not there for the caller.</exception>
    public async Task<(Distribution Distribution, DeliveryPlan Plan, ImmutableArray<FieldError> Warnings)> DistributeAsync(
        Caller caller, ReportId report, JsonElement request, bool isTest, int revision, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Between(revision, 1, HighestRevision, "revision");
        var distribution = reader.Read(request, "", check);
        check.Refuse(
            check.Errors.IsEmpty && !distribution.Targets.Any(target => target.Everybody(arePeople: false).Any()), "distribution", "names nobody, so nothing would be sent; write {\"email\": [\"ann@example.com\"]}", "missing");
        check.ThrowIfRefused();
        await using (var reading = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            await passwords.RequireAsync(reading, [distribution], cancellationToken).ConfigureAwait(false);
        await MakeMissingAsync(caller, report, distribution, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var plan = await orders.PlanAsync(session, caller, new DeliveryOrder(report, distribution) { IsTest = isTest, Revision = revision }, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return (distribution, plan, check.Warnings);
    }

    /// <summary>Formats that are asked for by name are made now.</summary>
    private async Task MakeMissingAsync(Caller caller, ReportId report, Distribution distribution, CancellationToken cancellationToken)
    {
        HashSet<string> made;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = await reports.Reports.FindAsync(session, caller, report, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
            made = [.. (await reports.Exports.ListAsync(session, report, cancellationToken).ConfigureAwait(false)).Where(export => export.Sha256 is not null).Select(export => export.Format)];
        }

        foreach (var format in distribution.Targets.SelectMany(target => target.Artifacts ?? []).Select(choice => choice.Format).Distinct().Where(format => !made.Contains(format)))
            await exports.MakeAsync(caller, report, format, null, cancellationToken).ConfigureAwait(false);
    }
}
