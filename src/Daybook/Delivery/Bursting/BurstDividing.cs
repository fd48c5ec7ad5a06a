using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>
/// Collects the data of a burst, divides it and orders the reports, all in one transaction. The whole data is never kept: a report has its
/// recipient's part before anybody begins it.
/// </summary>
internal sealed class BurstDividing(Database database, BurstStore store, DistributionReader distributions, ReportStores reports, ContentStore contents, ReportMaking making, AuditLog audit, ReportSignals signals)
{
    private const int MostNamedKeys = 200;

    /// <summary>A test makes the reports of so many recipients.</summary>
    private const int TestedRecipients = 3;

    /// <exception cref="CompositionException">The data cannot be divided, or names no recipient.</exception>
    /// <exception cref="StageTimeoutException">Collecting took too long.</exception>
    public async Task DivideAsync(StoredBurst burst, CancellationToken cancellationToken)
    {
        var definition = burst.ReadDefinition();
        var template = burst.ReadTemplate();
        var rule = definition.Rule;
        var whole = Whole(burst);
        var data = await making.CollectAsync(ReportInputs.Parse(whole.Inputs.Text), template, cancellationToken).ConfigureAwait(false);
        var recipients = BurstRecipients.Of(definition, data);
        var keys = SnapshotSplit.Keys(data, rule);
        var unassigned = Unassigned(keys, recipients);

        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.BeginAsync(session, burst, new Json(JsonSerializer.Serialize([.. unassigned.Take(MostNamedKeys)], BurstJson.Default.ImmutableArrayUnassignedKey)), cancellationToken).ConfigureAwait(false))
            return;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, recipient) in recipients.Take(burst.IsTest ? TestedRecipients : recipients.Length).Index())
        {
            var part = await PartAsync(session, burst, definition, whole, template, rule, data, keys, recipient, named, cancellationToken).ConfigureAwait(false);
            await store.AddPartAsync(session, burst.Id, index + 1, part, cancellationToken).ConfigureAwait(false);
        }

        if (!unassigned.IsEmpty)
            await audit.AppendAsync(session, Caller.Server, "burst.keys_without_recipient", burst.Id.ToString(), null, new Json($$"""{"keys":{{unassigned.Length}}}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    /// <summary>Keys that nobody gets, and rows without a key.</summary>
    private static ImmutableArray<UnassignedKey> Unassigned(SplitKeys keys, ImmutableArray<BurstRecipient> recipients)
    {
        var known = recipients.Select(recipient => recipient.Key).ToHashSet(StringComparer.Ordinal);
        var without = keys.Rows.Where(key => !known.Contains(key.Key)).Select(key => new UnassignedKey(key.Key, key.Value));
        return keys.WithoutValue > 0 ? [new UnassignedKey(null, keys.WithoutValue), .. without] : [.. without];
    }

    private static NewReport Whole(StoredBurst burst)
    {
        var inputs = ReportInputs.Parse(burst.Inputs.Text);
        return new NewReport(
            burst.TemplateId, burst.TemplateVersion, burst.TemplateSnapshot, burst.ReportDate, inputs.Period.Zone, burst.CloseTime, inputs.Shift, inputs.Operator, inputs.Classification,
            new Json(JsonSerializer.Serialize(inputs.Parameters, ReportsJson.Default.ImmutableSortedDictionaryStringJsonElement)), burst.SuppliedParameters,
            new Json(JsonSerializer.Serialize(inputs.Exports.Select(export => export.Format).ToArray(), ReportsJson.Default.StringArray)), burst.Inputs, burst.OrderedAt, burst.OrderedBy, null);
    }

    private async Task<NewBurstPart> PartAsync(
        Session session, StoredBurst burst, BurstDefinition definition, NewReport whole, ReportTemplate template, SplitRule rule, Snapshot data, SplitKeys keys, BurstRecipient recipient, HashSet<string> named,
        CancellationToken cancellationToken)
    {
        var settings = new Json(JsonSerializer.Serialize(recipient, BurstJson.Default.BurstRecipient));
        if (string.IsNullOrEmpty(recipient.Key))
            return new NewBurstPart(recipient, settings, 0, null, BurstPartState.Failed, BurstCodes.NoKey, "The recipient has no key, so nobody can tell which rows are theirs.");
        var rows = keys.Rows.GetValueOrDefault(recipient.Key);
        if (IsNamedTwice(recipient, named))
            return new NewBurstPart(recipient, settings, rows, null, BurstPartState.Skipped, BurstCodes.NamedTwice, "The list names the same address for the same key before.");
        if (rows == 0 && definition.OnNoRows is null or BurstDefinition.Skip)
            return new NewBurstPart(recipient, settings, rows, null, BurstPartState.Skipped, BurstCodes.NoRows, "There are no rows for this recipient, and the settings make no report then.");
        NewReport own;
        try
        {
            // The mark of a test stands above whatever recipients have.
            own = RecipientReport.Of(whole, burst.IsTest ? recipient with { Classification = null } : recipient, rule, template);
        }
        catch (ProblemException problem)
        {
            var reason = string.Join(' ', problem.Errors.Select(error => $"{error.Field} {error.Message}.").DefaultIfEmpty(problem.Message));
            return new NewBurstPart(recipient, settings, rows, null, BurstPartState.Failed, problem.Type.Code, reason);
        }

        var report = await reports.Reports.AddAsync(session, own with { Priority = burst.Priority, WantedAt = burst.NotBefore }, cancellationToken).ConfigureAwait(false);
        var sha256 = await contents.PutAsync(session, SnapshotJson.Write(SnapshotSplit.Of(data, rule, recipient.Key)), packed: true, cancellationToken).ConfigureAwait(false);
        await store.KeepSnapshotAsync(session, report, sha256, cancellationToken).ConfigureAwait(false);
        return new NewBurstPart(recipient, settings, rows, report, BurstPartState.Making);
    }

    /// <summary>Whether every address of a recipient has their report already.</summary>
    private bool IsNamedTwice(BurstRecipient recipient, HashSet<string> named)
    {
        var names = RecipientNames.Of(recipient, distributions.Read(recipient.Distribution ?? default, "distribution", new FieldProblems())).Select(name => name.Id).ToList();
        var isKnown = names.Count > 0 && names.TrueForAll(named.Contains);
        named.UnionWith(names);
        return isKnown;
    }
}
