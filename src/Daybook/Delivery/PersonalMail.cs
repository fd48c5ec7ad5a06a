using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;

namespace Daybook.Delivery;

/// <summary>Mail to people whom no distribution names: owners, administrators, whoever tries something out.</summary>
internal sealed class PersonalMail(ChannelRegistry channels)
{
    /// <summary>The first channel for mail by name; null where the server has none.</summary>
    public string? Channel => channels.All.FirstOrDefault(channel => channel.Traits.Kind == EmailChannel.Kind)?.Name;

    /// <summary>A mail to each alone; without a channel its deliveries fail, and say why.</summary>
    public Distribution To(params IEnumerable<string> addresses) => new([new ChannelTarget(Channel ?? EmailChannel.Kind, [.. addresses])]);
}
