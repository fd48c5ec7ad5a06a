using Daybook.Delivery.Channels.Folder;
using Daybook.Delivery.Channels.S3;
using Daybook.Delivery.Channels.Sftp;
using Daybook.Delivery.Channels.Slack;
using Daybook.Delivery.Channels.Teams;
using Daybook.Delivery.Channels.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Delivery.Channels;

internal static class ChannelsSetup
{
    /// <summary>Every kind of channel that stands in a folder of its own here.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services) => services
        .AddSingleton(new ChannelKind(SlackChannels.Kind, SlackChannels.Make))
        .AddSingleton(new ChannelKind(TeamsChannel.Kind, TeamsChannel.Make))
        .AddSingleton(new ChannelKind(WebhookChannel.Kind, WebhookChannel.Make))
        .AddSingleton(new ChannelKind(S3Channel.Kind, S3Channel.Make))
        .AddSingleton(new ChannelKind(SftpChannel.Kind, SftpChannel.Make))
        .AddSingleton(new ChannelKind(FolderChannel.Kind, FolderChannel.Make));
}
