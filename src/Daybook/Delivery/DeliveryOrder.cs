using Daybook.Reports;

namespace Daybook.Delivery;

/// <summary>A report that is to go out, or a <see cref="Delivery.Notice"/> in its place.</summary>
/// <param name="Report">Null for a notice about something that was not made.</param>
internal sealed record DeliveryOrder(ReportId? Report, Distribution Distribution)
{
    public Guid? OccurrenceId { get; init; }

    /// <summary>What its deliveries are keyed by, where several reports of one occurrence go out; null takes the first there is of occurrence, report and schedule.</summary>
    public Guid? Subject { get; init; }

    public Guid? ScheduleId { get; init; }

    /// <summary>Rises when the same occurrence is to be sent anew; deliveries of one revision are never doubled.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Nothing is sent earlier; null sends at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How many went before it where several orders are one for whoever waits, such as the parts of a burst.</summary>
    public int Turn { get; init; }

    /// <summary>Marks every message as a test.</summary>
    public bool IsTest { get; init; }

    /// <summary>Null for a report that was made.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What its deliveries are about; empty for the server itself.</summary>
    public Guid KeySubject => Subject ?? OccurrenceId ?? Report?.Value ?? ScheduleId ?? Guid.Empty;

    /// <summary>Why all of it is only written down and not sent, as a sentence; null sends it. Such as a backfill without delivery.</summary>
    public string? SuppressBecause { get; init; }

    /// <returns>The key of what it comes to on one channel; the same before and after it is planned.</returns>
    public string KeyOn(ChannelTarget target, string artifactsSha256) => DeliveryKey.OfDistribution(KeySubject, Revision, target.Channel, artifactsSha256, target.ToJson());
}
