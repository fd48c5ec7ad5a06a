using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Hosting;
using Daybook.Outgoing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>Channels as a server makes them from its settings.</summary>
internal static class ChannelOf
{
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));

    /// <summary>A channel that may call this machine.</summary>
    public static IDeliveryChannel Kind(string kind, params (string Name, string Value)[] settings)
    {
        var registry = Registry(kind, settings);
        Assert.Empty(registry.Problems);
        return Assert.Single(registry.All);
    }

    public static ImmutableArray<string> Problems(string kind, params (string Name, string Value)[] settings) => Registry(kind, settings).Problems;

    private static ChannelRegistry Registry(string kind, (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddOptions<OutgoingOptions>().Configure(options => options.AllowedPrivate.Add("127.0.0.0/8"));
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<OutgoingHosts>().AddSingleton<OutgoingHttp>().AddChannels().AddSingleton(EmailKind.Kind);
        services.AddSingleton(new ServerSettings(Path.GetTempPath(), null, [], Clock));
        var provider = services.BuildServiceProvider();
        var all = settings.Select(setting => KeyValuePair.Create("Channels:x:" + setting.Name, (string?)setting.Value)).Append(new("Channels:x:Kind", kind)).GroupBy(setting => setting.Key).Select(same => same.Last());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ChannelRegistry(configuration, provider.GetServices<ChannelKind>(), provider);
    }
}
