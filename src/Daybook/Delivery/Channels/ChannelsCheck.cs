using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels;

/// <summary>Stops the start when a channel is set up wrongly.</summary>
internal sealed class ChannelsCheck(ChannelRegistry channels) : IValidateOptions<ChannelsOptions>
{
    public ValidateOptionsResult Validate(string? name, ChannelsOptions options) =>
        channels.Problems.IsEmpty ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(channels.Problems);
}
