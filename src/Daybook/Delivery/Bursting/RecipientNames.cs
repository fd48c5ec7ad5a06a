namespace Daybook.Delivery.Bursting;

/// <summary>Tells whether two recipients of a burst are one.</summary>
internal static class RecipientNames
{
    /// <summary>Each address of a recipient: the same key, channel and address are the same recipient.</summary>
    public static IEnumerable<(string Id, string Shown)> Of(BurstRecipient recipient, Distribution distribution) =>
        from target in distribution.Targets
        from address in target.Everybody(arePeople: true)
        select ($"{recipient.Key}\n{target.Channel}\n{RecipientAddress.Normal(address)}", address.Length > 0 ? address : target.Channel);
}
