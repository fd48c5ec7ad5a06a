using Daybook.Reports;

namespace Daybook.Delivery;

/// <summary>Which deliveries a list shows; null takes all.</summary>
internal sealed record DeliveryFilter
{
    public StateChoice? States { get; init; }

    public string? Channel { get; init; }

    /// <summary>First instant at which they should have gone out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The instant before which they should have gone out.</summary>
    public DateTimeOffset? Until { get; init; }

    public ReportId? Report { get; init; }

    public ForeignId? ScheduleId { get; init; }

    public ForeignId? OccurrenceId { get; init; }
}
