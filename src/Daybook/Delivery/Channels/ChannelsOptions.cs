namespace Daybook.Delivery.Channels;

/// <summary>Stands for the section <c>Channels</c>, whose names are the channels'; each kind has options of its own.</summary>
internal sealed class ChannelsOptions;
