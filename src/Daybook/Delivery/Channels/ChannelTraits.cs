namespace Daybook.Delivery.Channels;

/// <summary>What the rest of delivery has to know of a channel.</summary>
/// <param name="Kind">The word of its kind: <c>email</c>, <c>slack</c>, <c>teams</c>, <c>webhook</c>, <c>s3</c>, <c>sftp</c> or <c>folder</c>.</param>
/// <param name="MaximumBytes">The most that the attachments of one message may weigh together, in bytes; zero where the channel takes links only.</param>
/// <param name="Guarantee">What holds where a schedule says nothing.</param>
/// <param name="ReachesPeople">Whether people read it there, so that suppression lists and the marks TEST and PARTIAL apply.</param>
internal sealed record ChannelTraits(string Kind, long MaximumBytes, DeliveryGuarantee Guarantee, bool ReachesPeople)
{
    /// <summary>Whether all recipients are on one other side, so that a limit that it names holds for each.</summary>
    public bool IsOneSide { get; init; } = true;
}
