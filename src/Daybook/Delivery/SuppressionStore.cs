using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>Who gets nothing any more. Addresses are kept in lower case.</summary>
internal sealed class SuppressionStore(Database database)
{
    /// <summary>In place of a channel's name.</summary>
    public const string EveryChannel = "*";

    /// <summary>Why a delivery to somebody who is on the list is held back: the stable word.</summary>
    public const string Code = "suppressed";

    public const string UnsubscribedReason = "unsubscribed";

    /// <summary>Why a delivery to somebody who is on the list is held back, and what ends that, for the history.</summary>
    /// <param name="reason">Of the entry in the list.</param>
    public static string Sentence(string reason) =>
        $"The recipient is on the suppression list: {reason.TrimEnd('.')}. If they want reports again, take them off it with DELETE /suppressions/ID, which GET /suppressions shows, and send this again.";

    private const string Columns = "id, channel, recipient, reason, created_by, created_at";

    /// <returns>Those of the recipients that are to get nothing, in lower case, with the reason.</returns>
    public async Task<ImmutableDictionary<string, string>> AmongAsync(Session session, string channel, IEnumerable<string> recipients, CancellationToken cancellationToken)
    {
        const int Many = 500;
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var some in recipients.Select(RecipientAddress.Normal).Distinct(StringComparer.Ordinal).Chunk(Many))
        {
            var rows = await session.ListAsync<Suppression>(
                $"select {Columns} from delivery_suppressions where channel in (@channel, '{EveryChannel}') and recipient {database.IsOneOf("some")}", new { channel, some }, cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
                found[row.Recipient] = row.Reason;
        }

        return found.ToImmutable();
    }

    /// <summary>By address, then channel; those after an address and channel.</summary>
    public Task<ImmutableArray<Suppression>> ListAsync(Session session, string? recipient, string afterRecipient, string afterChannel, int limit, CancellationToken cancellationToken) => session.ListAsync<Suppression>(
        $"select {Columns} from delivery_suppressions where (recipient, channel) > (@afterRecipient, @afterChannel){(recipient is null ? "" : " and recipient = @recipient")} order by recipient, channel limit @limit",
        new { recipient = recipient is null ? null : RecipientAddress.Normal(recipient), afterRecipient, afterChannel, limit },
        cancellationToken);

    /// <returns>Null when it is there already.</returns>
    public Task<SuppressionId?> AddAsync(Session session, string channel, string recipient, string reason, string createdBy, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<SuppressionId?>(
        """
        insert into delivery_suppressions (channel, recipient, reason, created_by, created_at) values (@channel, @recipient, @reason, @createdBy, @now)
        on conflict (channel, recipient) do nothing returning id
        """,
        new { channel, recipient = RecipientAddress.Normal(recipient), reason, createdBy, now },
        cancellationToken);

    /// <returns>What was removed; null when it was not there.</returns>
    public Task<Suppression?> RemoveAsync(Session session, SuppressionId id, CancellationToken cancellationToken) =>
        session.FindAsync<Suppression>($"delete from delivery_suppressions where id = @id returning {Columns}", new { id }, cancellationToken);
}
