using System.Collections.Immutable;
using Daybook.Hosting;

namespace Daybook.Delivery.Api;

/// <summary>The states that requests name.</summary>
internal static class DeliveryWindow
{
    /// <summary>Everything that should have gone out and did not, as far as is known.</summary>
    public const string Open = "open";

    private static readonly ImmutableArray<DeliveryState> NotOut = [DeliveryState.Planned, DeliveryState.Sending, DeliveryState.Failed, DeliveryState.Unknown];

    /// <param name="words">Null for all.</param>
    public static ImmutableArray<DeliveryState> States(IEnumerable<string>? words, string field, RequestCheck check)
    {
        var states = ImmutableArray.CreateBuilder<DeliveryState>();
        foreach (var word in words ?? [])
        {
            if (word == Open)
                states.AddRange(NotOut);
            else if (DeliveryState.Find(word) is { } state)
                states.Add(state);
            else
                check.Refuse(field, $"must be one of {string.Join(", ", DeliveryState.All.Select(known => known.Word))}, or {Open}", "unknown_word");
        }

        return states.ToImmutable();
    }
}
