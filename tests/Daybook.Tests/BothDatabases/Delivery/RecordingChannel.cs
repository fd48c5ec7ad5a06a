using System.Collections.Concurrent;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Delivery;

/// <summary>A channel that keeps what it is given and answers as it is told.</summary>
internal sealed class RecordingChannel(string name, ChannelTraits? traits = null) : IDeliveryChannel
{
    public ConcurrentQueue<DeliveryMessage> Sent { get; } = [];

    /// <summary>What the next tries come to; accepted when there is nothing here.</summary>
    public ConcurrentQueue<DeliveryOutcome> Answers { get; } = [];

    /// <summary>Runs after the point of no return.</summary>
    public Func<Task> AfterCommit { get; set; } = static () => Task.CompletedTask;

    public string Name => name;

    public ChannelTraits Traits { get; } = traits ?? new ChannelTraits("email", 25_000_000, DeliveryGuarantee.AtMostOnce, true);

    public static ChannelRegistry Registry(params RecordingChannel[] channels) => new(
        new ConfigurationBuilder().AddInMemoryCollection(channels.Select(channel => KeyValuePair.Create($"Channels:{channel.Name}:Kind", (string?)"recording"))).Build(),
        [new ChannelKind("recording", settings => channels.Single(channel => channel.Name == settings.Name))],
        new ServiceCollection().BuildServiceProvider());

    public string? Refuse(string recipient) => recipient.Contains('@') || recipient.StartsWith('#') ? null : $"'{recipient}' is no address";

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var answer = Answers.TryDequeue(out var told) ? told : new DeliveryOutcome.Accepted("Taken.", "receipt");
        if (answer is DeliveryOutcome.Refused or DeliveryOutcome.Deferred)
            return answer;
        await commit(cancellationToken);
        await AfterCommit();
        Sent.Enqueue(message);
        return answer;
    }

    public Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted("It is there."));
}
