using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Delivery.Passwords;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>
/// Collects the data of a burst, divides it and orders the reports, all in one transaction. The whole data is never kept: a report has its
/// recipient's part before anybody begins it. A burst that is tried again is divided for those alone who have no report.
/// </summary>
internal sealed class BurstDividing(Database database, BurstStore store, BurstParts parts, FilePasswordStore passwords, ReportMaking making, AuditLog audit, ReportSignals signals)
{
    private const int MostNamedKeys = 200;

    /// <summary>A test makes the reports of so many recipients.</summary>
    public const int TestedRecipients = 3;

    /// <exception cref="CompositionException">The data cannot be divided, or names no recipient.</exception>
    /// <exception cref="StageTimeoutException">Collecting took too long.</exception>
    public async Task DivideAsync(StoredBurst burst, CancellationToken cancellationToken)
    {
        var definition = burst.ReadDefinition();
        var template = burst.ReadTemplate();
        var whole = Whole(burst);
        var data = await making.CollectAsync(ReportInputs.Parse(whole.Inputs.Text), template, cancellationToken).ConfigureAwait(false);
        var recipients = BurstRecipients.Of(definition, data);
        var keys = SnapshotSplit.Keys(data, definition.Rule);

        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var kept = await store.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false);
        var mending = kept.IsEmpty ? null : PartsToMend.Of(kept, recipients, parts.DistributionOf);
        var unassigned = Unassigned(keys, mending?.Keys ?? recipients.Select(recipient => recipient.Key));
        if (!await store.BeginAsync(session, burst, new Json(JsonSerializer.Serialize([.. unassigned.Take(MostNamedKeys)], BurstJson.Default.ImmutableArrayUnassignedKey)), cancellationToken).ConfigureAwait(false))
            return;
        var divided = new DividedBurst(burst, definition, template, whole, data, keys, await MissingPasswordsAsync(session, definition, recipients, cancellationToken).ConfigureAwait(false));
        if (mending is not null)
            await MendAsync(session, divided, mending, cancellationToken).ConfigureAwait(false);
        else
            await AddAsync(session, divided, recipients, cancellationToken).ConfigureAwait(false);
        if (!unassigned.IsEmpty)
            await audit.AppendAsync(session, Caller.Server, "burst.keys_without_recipient", burst.Id.ToString(), null, new Json($$"""{"keys":{{unassigned.Length}}}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task AddAsync(Session session, DividedBurst divided, ImmutableArray<BurstRecipient> recipients, CancellationToken cancellationToken)
    {
        foreach (var (index, recipient) in recipients.Take(divided.Burst.IsTest ? TestedRecipients : recipients.Length).Index())
        {
            var part = await parts.OrderAsync(session, divided, recipient, cancellationToken).ConfigureAwait(false);
            await store.AddPartAsync(session, divided.Burst.Id, index + 1, part, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MendAsync(Session session, DividedBurst divided, PartsToMend mending, CancellationToken cancellationToken)
    {
        divided.Named.UnionWith(mending.Named);
        foreach (var (failed, recipient) in mending.Failed)
        {
            var part = recipient is not null
                ? await parts.OrderAsync(session, divided, recipient, cancellationToken).ConfigureAwait(false)
                : new NewBurstPart(failed.ReadSettings(), failed.RowCount, null, BurstPartState.Failed, BurstCodes.NotNamed, "The list of the recipients names them no more, neither by their key nor by their address.");
            await store.ReplacePartAsync(session, failed, part, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<FrozenSet<string>> MissingPasswordsAsync(Session session, BurstDefinition definition, ImmutableArray<BurstRecipient> recipients, CancellationToken cancellationToken)
    {
        if (definition.RecipientsFrom is not { Password: not null })
            return [];
        var names = recipients.SelectMany(recipient => parts.DistributionOf(recipient).Targets).Select(target => target.Password?.Stored).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return (await passwords.MissingAsync(session, names, cancellationToken).ConfigureAwait(false)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Keys that nobody gets, and rows without a key.</summary>
    private static ImmutableArray<UnassignedKey> Unassigned(SplitKeys keys, IEnumerable<string?> named)
    {
        var known = named.ToHashSet(StringComparer.Ordinal);
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
}
