using System.Text.Json;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>What was ordered to go out over one channel.</summary>
internal sealed record StoredDistribution
{
    public required DistributionId Id { get; init; }

    /// <summary>Null for a notice without a report. The report may have been removed since.</summary>
    public ReportId? ReportId { get; init; }

    public ForeignId? OccurrenceId { get; init; }

    public ForeignId? ScheduleId { get; init; }

    public int Revision { get; init; }

    public required string Channel { get; init; }

    /// <summary>As in <see cref="Channels.ReportFacts"/>.</summary>
    public required string Event { get; init; }

    public required string Title { get; init; }

    public DateOnly BusinessDate { get; init; }

    public bool IsTest { get; init; }

    /// <summary><see cref="ChannelTarget"/>.</summary>
    public Json Settings { get; init; }

    /// <summary>An array of <see cref="DistributedArtifact"/>.</summary>
    public Json Artifacts { get; init; }

    /// <summary><see cref="Delivery.Notice"/>; null for a report that was made.</summary>
    public Json? Notice { get; init; }

    public required string OrderedByName { get; init; }

    public DateTimeOffset OrderedAt { get; init; }

    public ChannelTarget ReadSettings() => JsonSerializer.Deserialize(Settings.Text, DeliveryJson.Default.ChannelTarget)!;

    public DistributedArtifact[] ReadArtifacts() => JsonSerializer.Deserialize(Artifacts.Text, DeliveryJson.Default.DistributedArtifactArray)!;

    public Notice? ReadNotice() => Notice is { } notice ? JsonSerializer.Deserialize(notice.Text, DeliveryJson.Default.Notice) : null;
}
