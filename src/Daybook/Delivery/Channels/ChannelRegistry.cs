using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Daybook.Delivery.Channels;

/// <summary>The channels of this server, by the names that distribution settings call them, from <c>Channels:NAME:Kind</c> and the settings beside it.</summary>
internal sealed class ChannelRegistry : IAsyncDisposable
{
    public const string Section = "Channels";

    private readonly ImmutableSortedDictionary<string, IDeliveryChannel> _channels;

    public ChannelRegistry(IConfiguration configuration, IEnumerable<ChannelKind> kinds, IServiceProvider services)
    {
        var known = kinds.ToImmutableSortedDictionary(kind => kind.Word, kind => kind, StringComparer.OrdinalIgnoreCase);
        var problems = ImmutableArray.CreateBuilder<string>();
        var channels = ImmutableSortedDictionary.CreateBuilder<string, IDeliveryChannel>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in configuration.GetSection(Section).GetChildren())
        {
            var word = section["Kind"] ?? section.Key;
            if (known.TryGetValue(word, out var kind))
            {
                var settings = new ChannelSettings(section, services, problems);
                if (kind.Make(settings) is { } channel)
                    channels.Add(section.Key, channel);
            }
            else
            {
                problems.Add($"{section.Path}:Kind is '{word}', which is no kind of channel; kinds are {string.Join(", ", known.Keys)}");
            }
        }

        (_channels, Problems) = (channels.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Everything wrong with the settings, each naming one; a server with any does not start.</summary>
    public ImmutableArray<string> Problems { get; }

    public ImmutableArray<string> Names => [.. _channels.Keys];

    public IEnumerable<IDeliveryChannel> All => _channels.Values;

    /// <summary>By its name; or by its kind, where there is one channel of it.</summary>
    public IDeliveryChannel? Find(string name)
    {
        if (_channels.TryGetValue(name, out var channel))
            return channel;
        var ofKind = All.Where(known => known.Traits.Kind == name).Take(2).ToList();
        return ofKind.Count == 1 ? ofKind[0] : null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in All)
        {
            if (channel is IAsyncDisposable open)
                await open.DisposeAsync().ConfigureAwait(false);
            else
                (channel as IDisposable)?.Dispose();
        }
    }
}
