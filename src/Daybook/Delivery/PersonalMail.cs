using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;

namespace Daybook.Delivery;

/// <summary>Mail to people whom no distribution names: owners, administrators, whoever tries something out.</summary>
internal sealed class PersonalMail(ChannelRegistry channels)
{
    /// <summary>The first channel for mail by name; null where the server has none.</summary>
    public string? Channel => Channels.FirstOrDefault();

    private IEnumerable<string> Channels => channels.All.Where(channel => channel.Traits.Kind == EmailChannel.Kind).Select(channel => channel.Name);

    /// <summary>A mail to each alone; without a channel its deliveries fail, and say why.</summary>
    public Distribution To(params IEnumerable<string> addresses) => new([new ChannelTarget(Channel ?? EmailChannel.Kind, [.. addresses])]);

    /// <summary>A mail in place of what a distribution says: over the first of its channels that is for mail; where none is, over the server's first.</summary>
    public Distribution InPlaceOf(Distribution distribution, string address) =>
        distribution.Targets.Select(target => target.Channel).Intersect(Channels, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } channel ? new([new ChannelTarget(channel, [address])]) : To(address);
}
