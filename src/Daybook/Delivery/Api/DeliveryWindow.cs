using System.Collections.Immutable;
using Daybook.Hosting;

namespace Daybook.Delivery.Api;

/// <summary>The states that requests name.</summary>
internal static class DeliveryWindow
{
    /// <summary>Everything that should have gone out and did not, as far as is known.</summary>
    public const string Open = "open";

    /// <summary>What was accepted and came back.</summary>
    public const string Bounced = "bounced";

    private static readonly ImmutableArray<DeliveryState> NotOut = [DeliveryState.Planned, DeliveryState.Sending, DeliveryState.Failed, DeliveryState.Unknown];

    public static StateChoice States(IEnumerable<string> words, string field, RequestCheck check)
    {
        var (states, withBounced) = (ImmutableArray.CreateBuilder<DeliveryState>(), false);
        var isRefused = false;
        foreach (var word in words)
        {
            withBounced |= word is Open or Bounced;
            if (word == Open)
                states.AddRange(NotOut);
            else if (DeliveryState.Find(word) is { } state)
                states.Add(state);
            else if (word != Bounced)
            {
                isRefused = true;
                check.Refuse(field, $"must be one of {string.Join(", ", DeliveryState.All.Select(known => known.Word))}, {Bounced} or {Open}", "unknown_word");
            }
        }

        check.Refuse(states.Count == 0 && !withBounced && !isRefused, field, "names no state", "missing");
        return new StateChoice([.. states.Distinct()], withBounced);
    }
}
