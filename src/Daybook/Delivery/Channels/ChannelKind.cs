namespace Daybook.Delivery.Channels;

/// <summary>A kind of channel that settings may name.</summary>
/// <param name="Make">Makes one from its settings, without asking the network; null when they have mistakes, which it has noted.</param>
internal sealed record ChannelKind(string Word, Func<ChannelSettings, IDeliveryChannel?> Make);
