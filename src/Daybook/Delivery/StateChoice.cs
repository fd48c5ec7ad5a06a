using System.Collections.Immutable;

namespace Daybook.Delivery;

/// <summary>States of deliveries that are asked for. What was accepted and came back counts apart from what was accepted.</summary>
/// <param name="WithBounced">Whether what was accepted and came back is among them.</param>
internal sealed record StateChoice(ImmutableArray<DeliveryState> States, bool WithBounced = false)
{
    /// <summary>For <c>where</c>.</summary>
    /// <param name="table">What stands before the columns, with its dot.</param>
    public string Condition(string table)
    {
        var words = $"{table}state in ({string.Join(", ", States.Select(state => $"'{state.Word}'"))})";
        return WithBounced ? $"({(States.IsEmpty ? "" : words + " or ")}({table}state = 'accepted' and {table}bounced_at is not null))" : words;
    }
}
