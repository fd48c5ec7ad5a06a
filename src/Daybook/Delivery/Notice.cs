using System.Collections.Immutable;
using Daybook.Delivery.Channels;

namespace Daybook.Delivery;

/// <summary>What is sent where there is no report to send: that one failed, or was missed.</summary>
/// <param name="Event">As in <see cref="ReportFacts"/>.</param>
/// <param name="Status">The word of the state that it tells of.</param>
/// <param name="Failures">What happened, a sentence each.</param>
internal sealed record Notice(string Event, string Title, DateOnly BusinessDate, string Status, ImmutableArray<string> Failures, ImmutableArray<HeadlineFigure> Figures)
{
    /// <summary>Why the recipient gets it, as the end of “You get this because …”; null says nothing about it.</summary>
    public string? Because { get; init; }
}
